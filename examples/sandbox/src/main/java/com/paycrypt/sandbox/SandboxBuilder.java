package com.paycrypt.sandbox;

import com.paycrypt.sandbox.delivery.Hosts;
import com.paycrypt.sandbox.ledger.RetrySchedule;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.wire.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Describes a sandbox and starts it. Not thread-safe. */
public final class SandboxBuilder {
    private static final long MIN_BYTES = 4L << 20;
    private static final long MAX_BYTES = 256L << 20;
    private static final ApiKey DEFAULT = new ApiKey("sandbox_key", "sandbox_secret");

    int port;
    Clock clock = Clock.systemUTC();
    Dialect dialect = Dialect.GUIDE;
    RetrySchedule retries = RetrySchedule.NONE;
    RandomGenerator random = new SecureRandom();
    Consumer<OutOfMemoryError> whenOutOfMemory = error -> {};
    UnaryOperator<URI> receiver = UnaryOperator.identity();
    private final Set<String> webhookHosts = new HashSet<>();
    private final List<ApiKey> keys = new ArrayList<>();

    SandboxBuilder() {}

    /**
     * Sets the port on 127.0.0.1; 0, the default, takes a free one.
     *
     * @param wanted from 0 to 65535
     * @return this builder
     * @throws IllegalArgumentException if there is no such port
     */
    public SandboxBuilder port(int wanted) {
        if (wanted < 0 || wanted > 65_535) {
            throw new IllegalArgumentException("there is no port " + wanted + ": ports go from 0 to 65535");
        }
        port = wanted;
        return this;
    }

    /**
     * Adds a key that may sign requests; {@code sandbox_key} and {@code sandbox_secret} unless set. Called again it adds
     * another key: webhooks are signed with the first, whichever created the session, as running servers do.
     *
     * @param key visible ASCII without blanks
     * @param secret not blank
     * @return this builder
     * @throws IllegalArgumentException if either cannot be used
     */
    public SandboxBuilder credentials(String key, String secret) {
        keys.add(new ApiKey(key, secret));
        return this;
    }

    /**
     * Sets the clock that decides what is stale, what has expired and which retry is due; the system's unless set.
     *
     * @param wanted the clock
     * @return this builder
     */
    public SandboxBuilder clock(Clock wanted) {
        clock = wanted;
        return this;
    }

    /**
     * Sets which PayCrypt to behave like; {@link Dialect#GUIDE} unless set.
     *
     * @param wanted the dialect
     * @return this builder
     */
    public SandboxBuilder dialect(Dialect wanted) {
        dialect = wanted;
        return this;
    }

    /**
     * Sets after which delays a failed webhook is tried again; by default it is not, as PayCrypt was seen to do. In the dialects
     * of running servers there is one attempt whatever is set here.
     *
     * @param delays the delay after each failed attempt in turn
     * @return this builder
     * @throws IllegalArgumentException if a delay is negative
     */
    public SandboxBuilder retryAfter(Duration... delays) {
        retries = new RetrySchedule(List.of(delays));
        return this;
    }

    /**
     * Makes the ids of sessions the same on every run; they are random by default. Together with {@link #clock} it makes
     * a run repeatable.
     *
     * @param seed any number
     * @return this builder
     */
    public SandboxBuilder seed(long seed) {
        random = new Random(seed);
        return this;
    }

    /**
     * Allows webhooks to a host that is not this machine. To every other one they are shown as not sent.
     *
     * @param host its name, as it is in the {@code webhook_url}
     * @return this builder
     */
    public SandboxBuilder allowWebhookHost(String host) {
        webhookHosts.add(host);
        return this;
    }

    /**
     * Sets where webhooks are really sent; to the session's {@code webhook_url} itself unless set. For a shop that is known
     * by a public address, and listens on another one in the test.
     *
     * @param wanted gives the address for a session's {@code webhook_url}, asked once per event
     * @return this builder
     */
    public SandboxBuilder deliverTo(UnaryOperator<URI> wanted) {
        receiver = wanted;
        return this;
    }

    /**
     * Starts the sandbox.
     *
     * @return the running sandbox, to be closed
     * @throws UncheckedIOException if the port cannot be bound
     */
    public Sandbox start() {
        try {
            return new Sandbox(this);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
    }

    SandboxBuilder whenOutOfMemory(Consumer<OutOfMemoryError> action) {
        whenOutOfMemory = action;
        return this;
    }

    Hosts hosts() {
        return new Hosts(webhookHosts);
    }

    /** A fifth of the memory: what is sent and shown takes its share, too. */
    long maxBytes() {
        return Math.max(MIN_BYTES, Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / 5));
    }

    List<ApiKey> keys() {
        return keys.isEmpty() ? List.of(DEFAULT) : List.copyOf(keys);
    }
}
