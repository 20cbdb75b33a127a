package com.paycrypt.examples.benchmarks;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** One create, from the order to the session, over a transport that answers by itself. */
final class CreateBenchmark {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int CALLS = 10_000;

    private CreateBenchmark() {}

    static void run() throws Exception {
        OkHttpClient http = HandWritten.client()
                .newBuilder()
                .addInterceptor(CreateBenchmark::respond)
                .build();
        HandWritten floor = new HandWritten(http, "http://127.0.0.1:9");
        try (PayCryptClient client = PayCryptClient.builder(
                        "http://127.0.0.1:9", Credentials.of(Subject.KEY, Subject.SECRET))
                .httpClient(http)
                .build()) {
            Turns.compare(
                    "create without a network",
                    1,
                    CALLS,
                    () -> floor.create(HandWritten.order()),
                    () -> client.paymentSessions().create(Subject.request()));
        }
    }

    /** Reads the request as a server would, and answers. */
    private static Response respond(Interceptor.Chain chain) throws IOException {
        Buffer sent = new Buffer();
        chain.request().body().writeTo(sent);
        sent.clear();
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(201)
                .message("Created")
                .body(ResponseBody.create(Subject.RESPONSE, JSON))
                .build();
    }
}
