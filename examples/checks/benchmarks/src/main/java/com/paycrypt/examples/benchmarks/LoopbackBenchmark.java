package com.paycrypt.examples.benchmarks;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSession;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Creates over loopback to a server in another process; the floor may keep as many idle connections as the SDK. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LoopbackBenchmark {
    static final String URL = "paycrypt.benchmark.url";

    private static final int IDLE = 64;

    private final String url = System.getProperty(URL);
    private final HandWritten floor = new HandWritten(
            new OkHttpClient.Builder()
                    .connectionPool(new ConnectionPool(IDLE, 5, TimeUnit.MINUTES))
                    .build(),
            url);
    private final PayCryptClient client = PayCryptClient.builder(url, Credentials.of(Subject.KEY, Subject.SECRET))
            .build();

    @Benchmark
    public Object floor() throws IOException {
        return floor.create(HandWritten.order());
    }

    @Benchmark
    public PaymentSession sdk() {
        return client.paymentSessions().create(Subject.request());
    }

    @TearDown
    public void close() {
        client.close();
    }
}
