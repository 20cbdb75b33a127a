package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.internal.http.ClientConfig.TimeSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The parts that a call is made of, shared by all calls of a client.
 *
 * @param config the settings
 * @param clients the connections
 * @param signer makes signed requests
 * @param retries decides what follows a failure
 * @param open the calls that have not ended, each by what interrupts it
 * @param closed whether the client is closed
 */
record ClientRuntime(
        ClientConfig config,
        OkHttpClients clients,
        RequestSigner signer,
        RetryStrategy retries,
        Set<Runnable> open,
        AtomicBoolean closed) {

    static ClientRuntime of(ClientConfig config, OkHttpClients clients) {
        ServerClock clock = new ServerClock(config.time().clock(), config.time().ticker());
        return new ClientRuntime(
                config,
                clients,
                new RequestSigner(clients.join(config), config.base(), config.credentials(), clock),
                new RetryStrategy(config, clock),
                ConcurrentHashMap.newKeySet(),
                new AtomicBoolean());
    }

    TimeSource time() {
        return config.time();
    }

    boolean isClosed() {
        return closed.get();
    }

    /** Interrupts all calls, once. Returns whether this was the first time. */
    boolean close() {
        if (!closed.compareAndSet(false, true)) {
            return false;
        }
        open.forEach(interruption -> clients.canceller().execute(interruption));
        return true;
    }
}
