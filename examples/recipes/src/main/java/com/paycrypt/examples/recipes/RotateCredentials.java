package com.paycrypt.examples.recipes;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsProvider;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import java.time.Duration;
import java.util.List;

/**
 * Replaces key and secret without a restart and without a lost payment.
 *
 * <ol>
 *   <li>PayCrypt issues the new pair; the vault lists both, the new one first.
 *   <li>Requests are signed with the new pair at the latest when the cache expires. Webhooks of both are accepted.
 *   <li>Once no delivery is signed with the old pair any more, the vault drops it.
 * </ol>
 */
public final class RotateCredentials {
    private RotateCredentials() {}

    /** Where secrets are kept. */
    public interface Vault {
        /**
         * Reads the pairs that are valid now.
         *
         * @return the pairs, newest first
         */
        List<Credentials> active();
    }

    /**
     * Creates a client that asks the vault every five minutes, and at once if the server rejects what it has.
     *
     * @param baseUrl the PayCrypt server
     * @param vault the vault
     * @return the client
     */
    public static PayCryptClient client(String baseUrl, Vault vault) {
        CredentialsProvider newest = () -> vault.active().get(0);
        return PayCryptClient.builder(baseUrl, newest.cachedFor(Duration.ofMinutes(5)))
                .build();
    }

    /**
     * Creates a receiver that accepts every pair that is valid. The vault is asked at most once a second for each key, so
     * that a pair that was withdrawn is accepted for a second more.
     *
     * @param vault the vault
     * @param handler the handler
     * @return the receiver
     */
    public static WebhookReceiver receiver(Vault vault, WebhookHandler handler) {
        return WebhookReceiver.builder(key -> vault.active().stream()
                        .filter(pair -> pair.key().equals(key))
                        .toList())
                .handler(handler)
                .build();
    }
}
