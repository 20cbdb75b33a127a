package com.paycrypt.examples.benchmarks;

import com.paycrypt.sdk.auth.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One signature, beside one Mac that a single thread uses again and again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SigningBenchmark {
    @Param({"350", "4096", "65536"})
    int bytes;

    private final Credentials credentials = Credentials.of(Subject.KEY, Subject.SECRET);
    private final Mac mac = HandWritten.mac();
    private byte[] body = {};

    @Setup
    public void fill() {
        body = "x".repeat(bytes).getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public String floor() {
        mac.update((Long.toString(System.currentTimeMillis() / 1000) + ".").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    @Benchmark
    public String sdk() {
        return credentials.sign(System.currentTimeMillis() / 1000, body);
    }
}
