package com.paycrypt.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much of the SDK a fresh JVM loads for its first session: each class costs a start-up about half a millisecond. */
@Timeout(120)
class LoadedClassesTest {
    private static final int MAX_CLASSES = 52;
    private static final Pattern OURS =
            Pattern.compile("\\[class,load\\] (com\\.paycrypt\\.sdk\\.\\S+) source: \\S*target/classes");

    @Test
    void aFirstCreateLoadsFewClasses() throws Exception {
        try (FaultServer server = new FaultServer(Behaviours.creating())) {
            Process child =
                    ChildJvm.start(List.of("-Xshare:off", "-Xlog:class+load:stdout"), Create.class, server.url());
            String log = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor()).as(log).isZero();
            assertThat(log).contains("ps_1");

            List<String> loaded = OURS.matcher(log)
                    .results()
                    .map(result -> result.group(1))
                    .filter(name -> !name.contains("$$Lambda"))
                    .toList();
            assertThat(loaded).contains(PayCryptClient.class.getName()).hasSizeLessThanOrEqualTo(MAX_CLASSES);
        }
    }

    /** The program of the child. */
    public static final class Create {
        private Create() {}

        public static void main(String[] args) {
            try (PayCryptClient client = PayCryptClient.builder(args[0], Credentials.of("pk_1", "sk_1"))
                    .build()) {
                System.out.println(client.paymentSessions()
                        .create(PaymentSessionRequest.builder()
                                .orderId("ORD-123")
                                .amount("49.00", "USD")
                                .successUrl("https://merchant.tld/success")
                                .cancelUrl("https://merchant.tld/cancel")
                                .build())
                        .id());
            }
        }
    }
}
