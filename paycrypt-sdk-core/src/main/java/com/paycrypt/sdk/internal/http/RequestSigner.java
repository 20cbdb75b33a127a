package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsProvider;
import com.paycrypt.sdk.internal.text.HeaderNames;
import java.util.Objects;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Signs the requests of a client, each attempt anew. */
final class RequestSigner {
    private static final byte[] NO_BODY = {};

    private final OkHttpClient http;
    private final CredentialsProvider provider;
    private final ServerClock clock;

    /** What all requests have in common; copying it is cheaper than adding to a new one. */
    private final Request template;

    RequestSigner(OkHttpClient http, HttpUrl base, CredentialsProvider provider, ServerClock clock) {
        this.http = http;
        this.provider = provider;
        this.clock = clock;
        this.template = new Request.Builder()
                .url(base)
                .addHeader("Accept", "application/json")
                .addHeader("User-Agent", userAgent())
                .build();
    }

    /** Returns a signed call, ready to be executed once. */
    Call sign(ApiRequest<?> request, Attempt attempt, @Nullable RetryState state, String requestId, CallObservers who) {
        byte[] body = request.body() == null ? NO_BODY : request.body();
        Credentials renewed = state == null ? null : state.renewed;
        Credentials credentials = renewed == null
                ? Objects.requireNonNull(provider.credentials(), "the credentials provider returned null")
                : renewed;
        long second = clock.seconds(state == null ? null : state.clockTrial);
        attempt.signedWith(credentials, second);
        Request.Builder signed = template.newBuilder()
                .url(request.url())
                .addHeader(HeaderNames.REQUEST_ID, requestId)
                .addHeader(HeaderNames.KEY, credentials.key())
                .addHeader(HeaderNames.TIMESTAMP, Long.toString(second))
                .addHeader(HeaderNames.SIGNATURE, credentials.sign(second, body));
        who.addHeaders(signed);
        Call call = http.newCall(attempt.on(signed, request.operation().method, request.body()));
        call.addEventListener(attempt);
        return call;
    }

    /** Whether two credentials sign alike; neither tells its secret. */
    static boolean areSame(Credentials one, Credentials other) {
        return one == other
                || (one.key().equals(other.key()) && one.sign(0, NO_BODY).equals(other.sign(0, NO_BODY)));
    }

    private static String userAgent() {
        return "paycrypt-sdk-java/" + visible(Version.TEXT) + " (java "
                + visible(System.getProperty("java.version", "unknown")) + "; "
                + visible(System.getProperty("os.name", "unknown")) + ")";
    }

    /** Headers take visible ASCII alone. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            if (shown.charAt(i) <= ' ' || shown.charAt(i) > '~') {
                shown.setCharAt(i, '-');
            }
        }
        return shown.toString();
    }
}
