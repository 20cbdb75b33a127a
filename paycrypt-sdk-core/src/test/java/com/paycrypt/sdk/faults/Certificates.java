package com.paycrypt.sdk.faults;

import java.util.Locale;
import okhttp3.tls.HeldCertificate;

/** Certificates of test servers, made the same under every default locale. */
public final class Certificates {
    private Certificates() {}

    /** OkHttp's builder writes the validity with the digits of the default locale, and cannot read those of ar-EG back. */
    public static synchronized HeldCertificate of(HeldCertificate.Builder builder) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            return builder.build();
        } finally {
            Locale.setDefault(before);
        }
    }
}
