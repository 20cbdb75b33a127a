package com.paycrypt.sandbox;

import com.paycrypt.sandbox.delivery.Hosts;
import com.paycrypt.sandbox.delivery.WebhookClient;
import com.paycrypt.sandbox.delivery.WebhookHeaders;
import com.paycrypt.sandbox.model.Attempt;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.wire.ApiKey;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Signs any body as PayCrypt does and posts it to a receiver, without a running sandbox.
 *
 * <pre>{@code
 * try (WebhookSender sender = WebhookSender.of("key", "secret")) {
 *     Attempt attempt = sender.send(URI.create("http://127.0.0.1:8080/webhook"), body);
 * }
 * }</pre>
 *
 * <p>It waits at most 5 s for the response and follows no redirect. It sends to this machine only, unless another host
 * is {@link #allowing allowed}. Thread-safe.
 */
public final class WebhookSender implements AutoCloseable {
    private final ApiKey key;
    private final Hosts hosts;
    private final WebhookClient client;

    private WebhookSender(ApiKey key, Hosts hosts) {
        this.key = key;
        this.hosts = hosts;
        this.client = new WebhookClient(hosts);
    }

    /**
     * Creates a sender.
     *
     * @param key the API key
     * @param secret its secret
     * @return the sender
     * @throws IllegalArgumentException if either cannot be used
     */
    public static WebhookSender of(String key, String secret) {
        return new WebhookSender(new ApiKey(key, secret), new Hosts(Set.of()));
    }

    /**
     * Creates another sender that may also send to a host that is not this machine.
     *
     * @param host its name, as it is in the receiver's URL
     * @return the other sender, to be closed on its own
     */
    public WebhookSender allowing(String host) {
        Set<String> more = new HashSet<>(hosts.allowed());
        more.add(host);
        return new WebhookSender(key, new Hosts(more));
    }

    /**
     * Signs a body.
     *
     * @param at the moment of signing
     * @param body the raw bytes
     * @return all headers of the webhook, in their order; a copy that the caller may change
     */
    public Map<String, String> sign(Instant at, byte[] body) {
        return WebhookHeaders.signed(key, at, body);
    }

    /**
     * Signs a body now and posts it.
     *
     * @param url the receiver
     * @param body the raw bytes
     * @return what was sent and what came back
     * @throws IllegalArgumentException if the receiver is not on this machine and not allowed
     */
    public Attempt send(URI url, byte[] body) {
        return send(url, sign(Instant.now(), body), body);
    }

    /**
     * Posts a body with headers as they are given: late, wrong or incomplete ones included.
     *
     * @param url the receiver
     * @param headers the headers
     * @param body the raw bytes
     * @return what was sent and what came back
     * @throws IllegalArgumentException if the receiver is not on this machine and not allowed
     */
    public Attempt send(URI url, Map<String, String> headers, byte[] body) {
        hosts.objection(url).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return client.send(url, Instant.now(), headers, body, Dialect.GUIDE);
    }

    /** Frees what sending needed. */
    @Override
    public void close() {
        client.close();
    }
}
