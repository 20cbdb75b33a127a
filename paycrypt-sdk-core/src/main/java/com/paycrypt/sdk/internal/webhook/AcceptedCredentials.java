package com.paycrypt.sdk.internal.webhook;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.sign.Signatures;
import java.util.List;

/** The credentials whose deliveries are accepted, several for one key while its secret is rotated. */
public final class AcceptedCredentials {
    private static final byte[] PROBE = {};

    private final List<Credentials> all;

    /**
     * Creates the set of credentials of one merchant.
     *
     * @throws IllegalArgumentException if two keys have one secret: a delivery would be genuine under both
     */
    public AcceptedCredentials(List<Credentials> all) {
        this.all = List.copyOf(all);
        this.all.forEach(this::requireSecretOfItsOwn);
    }

    private void requireSecretOfItsOwn(Credentials credentials) {
        String signature = credentials.sign(0, PROBE);
        for (Credentials other : all) {
            if (!other.key().equals(credentials.key()) && Signatures.isSigned(other, "0", PROBE, signature)) {
                throw new IllegalArgumentException("the keys " + credentials.key() + " and " + other.key()
                        + " have the same secret: give each key the secret that PayCrypt issued with it");
            }
        }
    }

    /** Whether deliveries of this key can be accepted. */
    public boolean contains(String key) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the credentials that signed the delivery, or -1 if none of its key did. */
    public int signer(SignatureHeaders signed, byte[] body) {
        for (int i = 0; i < all.size(); i++) {
            Credentials candidate = all.get(i);
            if (candidate.key().equals(signed.key())
                    && Signatures.isSigned(candidate, signed.timestamp(), body, signed.signature())) {
                return i;
            }
        }
        return -1;
    }

    /** All of them, for the diagnosis of deliveries that none of their key signed. */
    public List<Credentials> all() {
        return all;
    }
}
