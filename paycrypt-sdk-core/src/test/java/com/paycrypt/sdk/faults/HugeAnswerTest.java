package com.paycrypt.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.Await;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 64 MiB of answer, and a JVM whose whole heap is no larger. */
class HugeAnswerTest {
    @ParameterizedTest
    @CsvSource({
        "201 Created, BLOCKING, 201 UNKNOWN 1",
        "201 Created, ASYNC, 201 UNKNOWN 1",
        "400 Bad Request, BLOCKING, 400 REJECTED 1",
        "400 Bad Request, ASYNC, 400 REJECTED 1"
    })
    void anAnswerAsLargeAsTheHeapIsAnErrorLikeAnyOther(String status, Way way, String expected) throws Exception {
        try (FaultServer server = new FaultServer(Behaviours.huge(status, 64))) {
            Process child =
                    ChildJvm.start(List.of("-Xmx64m", "-XX:+UseSerialGC"), Caller.class, server.url(), way.name());

            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            Await.end(child);
            assertThat(said).contains(expected).doesNotContain("OutOfMemoryError");
            assertThat(server.received()).hasSize(1);
        }
    }

    /** The program of the child. */
    public static final class Caller {
        private Caller() {}

        public static void main(String[] args) {
            PaymentSessionRequest request = PaymentSessionRequest.builder()
                    .orderId("ORD-123")
                    .amount("49.00", "USD")
                    .successUrl("https://merchant.tld/success")
                    .cancelUrl("https://merchant.tld/cancel")
                    .build();
            try (PayCryptClient client = PayCryptClient.builder(args[0], Credentials.of("pk_1", "sk_1"))
                    .build()) {
                Way.valueOf(args[1]).create(client.paymentSessions(), request);
            } catch (PayCryptException e) {
                System.out.println(List.of(
                                e.getMessage().replaceAll("(?s).* responded with ([0-9]+).*", "$1"),
                                e.outcome(),
                                e.attempts())
                        .toString()
                        .replaceAll("[\\[\\],]", ""));
            }
        }
    }
}
