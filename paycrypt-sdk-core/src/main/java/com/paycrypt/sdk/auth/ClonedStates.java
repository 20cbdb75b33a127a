package com.paycrypt.sdk.auth;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Two digest states with the key already mixed in, cloned for each message: faster than a {@code Mac}, shared without a
 * lock, and as good on virtual threads, which thread-locals are not.
 */
final class ClonedStates implements HmacSha256 {
    /** The length of what SHA-256 takes in at once, in bytes. */
    private static final int BLOCK = 64;

    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final MessageDigest inner;
    private final MessageDigest outer;

    ClonedStates(byte[] key, MessageDigest sha256) throws CloneNotSupportedException {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256.digest(key) : key, BLOCK);
        this.inner = keyed(sha256, block, INNER);
        this.outer = keyed(sha256, block, OUTER);
    }

    @Override
    public void sign(byte[] scratch, int prefixLength, byte[] body) {
        try {
            MessageDigest first = (MessageDigest) inner.clone();
            first.update(scratch, 0, prefixLength);
            first.update(body);
            first.digest(scratch, 0, LENGTH);
            MessageDigest second = (MessageDigest) outer.clone();
            second.update(scratch, 0, LENGTH);
            second.digest(scratch, 0, LENGTH);
        } catch (CloneNotSupportedException | DigestException e) {
            throw new IllegalStateException("a SHA-256 that could be cloned no longer can", e);
        }
    }

    private static MessageDigest keyed(MessageDigest sha256, byte[] block, byte pad) throws CloneNotSupportedException {
        MessageDigest digest = (MessageDigest) sha256.clone();
        byte[] padded = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        digest.update(padded);
        return digest;
    }
}
