package com.paycrypt.sdk.internal.webhook;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsResolver;
import com.paycrypt.sdk.internal.sign.Signatures;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The credentials whose deliveries are accepted, several for one key while its secret is rotated. */
public final class AcceptedCredentials {
    private static final byte[] PROBE = {};

    private final List<Credentials> fixed;
    private final @Nullable ResolvedKeys resolved;

    /**
     * Creates the set of credentials of one merchant.
     *
     * @throws IllegalArgumentException if two keys have one secret: a delivery would be genuine under both
     */
    public AcceptedCredentials(List<Credentials> all) {
        this.fixed = List.copyOf(all);
        this.resolved = null;
        fixed.forEach(this::requireSecretOfItsOwn);
    }

    /** Creates the set of credentials of all merchants that a resolver knows. */
    public AcceptedCredentials(CredentialsResolver resolver, LongSupplier nanoTime) {
        this.fixed = List.of();
        this.resolved = new ResolvedKeys(resolver, nanoTime);
    }

    private void requireSecretOfItsOwn(Credentials credentials) {
        String signature = credentials.sign(0, PROBE);
        for (Credentials other : fixed) {
            if (!other.key().equals(credentials.key()) && Signatures.isSigned(other, "0", PROBE, signature)) {
                throw new IllegalArgumentException("the keys " + credentials.key() + " and " + other.key()
                        + " have the same secret: give each key the secret that PayCrypt issued with it");
            }
        }
    }

    /** Whether the credentials come from a resolver, which may fail. */
    public boolean areResolved() {
        return resolved != null;
    }

    /** Whether deliveries of this key can be accepted. */
    public boolean contains(String key) {
        List<Credentials> candidates = candidates(key);
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the credentials that made a well-formed signature, or -1 if none of its key did. */
    public int signer(SignatureHeaders signed, byte[] body) {
        byte[] signature = Signatures.decode(signed.signature());
        List<Credentials> candidates = candidates(signed.key());
        for (int i = 0; i < candidates.size(); i++) {
            Credentials candidate = candidates.get(i);
            if (candidate.key().equals(signed.key())
                    && Signatures.isSigned(candidate, signed.timestamp(), body, signature)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the credentials among which the signer of a delivery with this key is looked for, those of other keys too. */
    public List<Credentials> candidates(String key) {
        return resolved == null ? fixed : resolved.of(key);
    }
}
