package com.paycrypt.sdk.spring.internal.config;

import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.spring.PaymentSessionDefaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of an application; checked by {@link PropertyRules} before anything is made of them.
 *
 * @param baseUrl URL of the PayCrypt server, https unless it is on this machine.
 * @param key API key, as sent in X-Paycrypt-Key.
 * @param secret Secret of the API key.
 * @param allowPlainHttp Whether a base URL with http is taken for a host that is not this machine.
 * @param ssl TLS settings of calls
 * @param timeouts time limits of calls
 * @param retry retries of calls
 * @param defaults what every session is created with unless its request says otherwise
 * @param webhook the receiving side
 * @param health what the health endpoint says
 * @param merchants Merchants by name, where an application has several; each with a client, a path and an inbox of its own.
 */
@ConfigurationProperties("paycrypt")
public record PayCryptProperties(
        @Nullable String baseUrl,
        @Nullable String key,
        @Nullable String secret,
        @DefaultValue("false") boolean allowPlainHttp,
        @DefaultValue Ssl ssl,
        @DefaultValue Timeouts timeouts,
        @DefaultValue Retry retry,
        @DefaultValue Defaults defaults,
        @DefaultValue Webhook webhook,
        @DefaultValue Health health,
        @DefaultValue Map<String, Merchant> merchants) {

    /**
     * TLS.
     *
     * @param bundle Name of the SSL bundle (spring.ssl.bundle.*) with the certificates that are trusted, and one to show.
     */
    public record Ssl(@Nullable String bundle) {}

    /**
     * Time limits.
     *
     * @param connect Time to open a connection.
     * @param attempt Time for one attempt.
     * @param call Time for a whole call, with its retries and the waits between them.
     */
    public record Timeouts(
            @DefaultValue("5s") Duration connect,
            @DefaultValue("15s") Duration attempt,
            @DefaultValue("30s") Duration call) {}

    /**
     * Retries.
     *
     * @param policy When a failed attempt is made again.
     * @param retries Most attempts after the first, 0 to 20.
     */
    public record Retry(
            @DefaultValue("standard") Policy policy,
            @DefaultValue("2") int retries) {}

    /** The retry policies of the client, by name. */
    public enum Policy {
        /** After failed connections and retryable responses, such as 503. */
        STANDARD,
        /** Only where the request surely was not sent. */
        ONLY_IF_NOT_SENT,
        /** Never. */
        NONE;

        RetryPolicy with(int retries) {
            return switch (this) {
                case STANDARD -> RetryPolicy.standard().retries(retries);
                case ONLY_IF_NOT_SENT -> RetryPolicy.onlyIfNotSent().retries(retries);
                case NONE -> RetryPolicy.none();
            };
        }
    }

    /**
     * What {@link PaymentSessionDefaults} starts requests with.
     *
     * @param successUrl Where customers go after paying, unless a request says otherwise.
     * @param cancelUrl Where customers go after giving up, unless a request says otherwise.
     * @param webhookUrl Where PayCrypt delivers webhooks, unless a request says otherwise; older servers want it on every session.
     */
    public record Defaults(
            @Nullable String successUrl,
            @Nullable String cancelUrl,
            @Nullable String webhookUrl) {}

    /**
     * The receiving side.
     *
     * @param enabled Whether webhooks are received.
     * @param path Path that PayCrypt delivers to, as a controller's mapping spells it.
     * @param maxBodySize Largest delivery that is read; larger ones are rejected with 413.
     * @param replay Store that lets each delivery through once.
     * @param inbox the inbox in the database
     * @param redis the guard in Redis
     * @param alsoAccept Further keys whose deliveries are accepted, such as the old ones of a rotation.
     */
    public record Webhook(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("/api/paycrypt/webhook") String path,
            @DefaultValue("1MB") DataSize maxBodySize,
            @DefaultValue("memory") Replay replay,
            @DefaultValue Inbox inbox,
            @DefaultValue Redis redis,
            @DefaultValue List<Pair> alsoAccept) {}

    /**
     * The inbox in the database, with replay=jdbc.
     *
     * @param createTable Whether the table is created where it is missing.
     * @param applicationTransaction Whether handlers and listeners run in the application's transaction, together with the inbox.
     * @param workers Deliveries that are processed again at the same time, at most; 0 leaves that to other processes.
     * @param keepFor Time after which handled deliveries are deleted.
     */
    public record Inbox(
            @DefaultValue("false") boolean createTable,
            @DefaultValue("true") boolean applicationTransaction,
            @DefaultValue("8") int workers,
            @DefaultValue("30d") Duration keepFor) {}

    /**
     * The guard in Redis, with replay=redis.
     *
     * @param keyPrefix What all keys begin with.
     */
    public record Redis(@DefaultValue("paycrypt:webhook:") String keyPrefix) {}

    /**
     * Health.
     *
     * @param inbox the inbox in the database
     * @param clock the clock of this machine
     */
    public record Health(
            @DefaultValue InboxHealth inbox, @DefaultValue ClockHealth clock) {}

    /**
     * Health of the inbox.
     *
     * @param enabled Whether the health endpoint says how the inbox is.
     * @param maxExhausted Exhausted deliveries that are still taken for healthy.
     * @param maxAge Age of the oldest pending delivery that is still taken for healthy.
     * @param status Status beyond one of the limits.
     */
    public record InboxHealth(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("0") long maxExhausted,
            @DefaultValue("1h") Duration maxAge,
            @DefaultValue("out-of-service") Unwell status) {}

    /**
     * Health of the clock.
     *
     * @param enabled Whether the health endpoint says how far this machine's clock is from PayCrypt's.
     * @param maxOffset Offset that is still taken for healthy.
     * @param status Status beyond the limit.
     */
    public record ClockHealth(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("1m") Duration maxOffset,
            @DefaultValue("out-of-service") Unwell status) {}

    /** The statuses of what is not well. */
    public enum Unwell {
        /** The instance should get no requests. */
        OUT_OF_SERVICE,
        /** The instance does not work. */
        DOWN
    }

    /**
     * One of several merchants. What is not here is shared by all of them.
     *
     * @param baseUrl URL of the PayCrypt server, if it is not that of paycrypt.base-url.
     * @param key API key, as sent in X-Paycrypt-Key.
     * @param secret Secret of the API key.
     * @param webhook the receiving side
     * @param defaults what sessions of this merchant are created with, before what all have in common
     */
    public record Merchant(
            @Nullable String baseUrl,
            @Nullable String key,
            @Nullable String secret,
            @DefaultValue MerchantWebhook webhook,
            @DefaultValue Defaults defaults) {
        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Merchant[key=" + key + "]";
        }
    }

    /**
     * The receiving side of one of several merchants.
     *
     * @param path Path that PayCrypt delivers to for this merchant.
     * @param alsoAccept Further keys whose deliveries are accepted, such as the old ones of a rotation.
     */
    public record MerchantWebhook(
            @Nullable String path, @DefaultValue List<Pair> alsoAccept) {}

    /** Where claims on deliveries are kept. */
    public enum Replay {
        /** In this process alone. */
        MEMORY,
        /** In the application's database, with the deliveries themselves. */
        JDBC,
        /** In Redis. */
        REDIS
    }

    /**
     * A further key with its secret.
     *
     * @param key API key.
     * @param secret Secret of the API key.
     */
    public record Pair(@Nullable String key, @Nullable String secret) {
        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Pair[key=" + key + "]";
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "PayCryptProperties[baseUrl=" + baseUrl + ", key=" + key + ", webhook=" + webhook + "]";
    }
}
