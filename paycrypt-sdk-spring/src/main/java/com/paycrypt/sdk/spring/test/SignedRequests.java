package com.paycrypt.sdk.spring.test;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.util.List;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Signs the requests of {@code MockMvc} as PayCrypt signs its deliveries, so that tests pass through the verification
 * instead of around it.
 *
 * <pre>{@code
 * mvc.perform(post("/api/paycrypt/webhook").content(json).with(SignedRequests.by(credentials)))
 *         .andExpect(status().isOk());
 * }</pre>
 *
 * <p>The credentials are a bean of the application. Safe for use by any number of threads.
 */
public final class SignedRequests {
    private SignedRequests() {}

    /**
     * Signs a request's body at the time of the system's clock.
     *
     * @param credentials the key and secret that the application accepts
     * @return what adds the headers of the signature, after the body was set
     */
    public static RequestPostProcessor by(Credentials credentials) {
        WebhookSigner signer = WebhookSigner.of(credentials);
        return request -> {
            byte[] body = request.getContentAsByteArray();
            SignedWebhook delivery = signer.sign(body == null ? new byte[0] : body);
            delivery.headers().forEach((name, values) -> header(name, values, request::addHeader));
            return request;
        };
    }

    private static void header(String name, List<String> values, HeaderSink sink) {
        values.forEach(value -> sink.add(name, value));
    }

    /** Takes one header. */
    private interface HeaderSink {
        void add(String name, Object value);
    }
}
