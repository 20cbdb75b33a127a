package com.paycrypt.examples.benchmarks;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One create, from the order to the session, over a transport that answers by itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CreateBenchmark {
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient http =
            new OkHttpClient.Builder().addInterceptor(CreateBenchmark::answer).build();
    private final HandWritten floor = new HandWritten(http, "http://127.0.0.1:9");
    private final PayCryptClient client = PayCryptClient.builder(
                    "http://127.0.0.1:9", Credentials.of(Subject.KEY, Subject.SECRET))
            .httpClient(http)
            .build();
    private final PaymentSessionRequest made = Subject.request();

    @Benchmark
    public Object floor() throws IOException {
        return floor.create(HandWritten.order());
    }

    @Benchmark
    public PaymentSession sdk() {
        return client.paymentSessions().create(Subject.request());
    }

    /** The request was made before, as a repeated call has it. */
    @Benchmark
    public PaymentSession sdkCallAlone() {
        return client.paymentSessions().create(made);
    }

    @TearDown
    public void close() {
        client.close();
    }

    /** Reads the request as a server would, and answers. */
    private static Response answer(Interceptor.Chain chain) throws IOException {
        Buffer sent = new Buffer();
        chain.request().body().writeTo(sent);
        sent.clear();
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(201)
                .message("Created")
                .body(ResponseBody.create(Subject.ANSWER, JSON))
                .build();
    }
}
