package com.paycrypt.examples.benchmarks;

import com.paycrypt.sdk.auth.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import javax.crypto.Mac;

/** One signature, beside a Mac that is made for each, as most code does, and one that a single thread uses again and again. */
final class SigningBenchmark {
    private static final int[] SIZES = {350, 4_096, 65_536};

    private SigningBenchmark() {}

    static void run() throws Exception {
        Credentials credentials = Credentials.of(Subject.KEY, Subject.SECRET);
        Mac reused = HandWritten.mac();
        for (int size : SIZES) {
            byte[] body = "x".repeat(size).getBytes(StandardCharsets.UTF_8);
            Callable<String> bySdk = () -> credentials.sign(System.currentTimeMillis() / 1000, body);
            Turns.compare("signing " + size + " B, a Mac each", size, () -> sign(HandWritten.mac(), body), bySdk);
            Turns.compare("signing " + size + " B, one Mac", size, () -> sign(reused, body), bySdk);
        }
    }

    private static String sign(Mac mac, byte[] body) {
        mac.update((Long.toString(System.currentTimeMillis() / 1000) + ".").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
