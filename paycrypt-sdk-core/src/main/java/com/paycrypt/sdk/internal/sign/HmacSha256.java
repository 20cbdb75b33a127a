package com.paycrypt.sdk.internal.sign;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one key, of messages in two parts: a body is never copied to put a prefix before it. */
public abstract class HmacSha256 {
    /** The length of a signature in bytes. */
    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private HmacSha256() {}

    /** Returns the signature of the prefix followed by the body. */
    public abstract byte[] sign(byte[] prefix, byte[] body);

    public static HmacSha256 withKey(byte[] key) {
        return withKey(key, sha256());
    }

    /** Cloned digest states are the fastest way; the digests of some security providers do not clone. */
    static HmacSha256 withKey(byte[] key, MessageDigest sha256) {
        try {
            return new ClonedStates(key, sha256);
        } catch (CloneNotSupportedException e) {
            return new FreshMac(key);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256, which every Java platform must have", e);
        }
    }

    /**
     * Two digest states with the key already mixed in, cloned for each message: faster than a {@code Mac}, shared without
     * a lock, and as good on virtual threads, which thread-locals are not.
     */
    static final class ClonedStates extends HmacSha256 {
        /** The block size of SHA-256 in bytes. */
        private static final int BLOCK = 64;

        private static final byte INNER = 0x36;
        private static final byte OUTER = 0x5c;

        private final MessageDigest inner;
        private final MessageDigest outer;

        private ClonedStates(byte[] key, MessageDigest sha256) throws CloneNotSupportedException {
            byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256.digest(key) : key, BLOCK);
            this.inner = keyed(sha256, block, INNER);
            this.outer = keyed(sha256, block, OUTER);
        }

        @Override
        public byte[] sign(byte[] prefix, byte[] body) {
            try {
                MessageDigest first = (MessageDigest) inner.clone();
                first.update(prefix);
                first.update(body);
                MessageDigest second = (MessageDigest) outer.clone();
                second.update(first.digest());
                return second.digest();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("a SHA-256 digest that could be cloned no longer can", e);
            }
        }

        private static MessageDigest keyed(MessageDigest sha256, byte[] block, byte pad)
                throws CloneNotSupportedException {
            MessageDigest digest = (MessageDigest) sha256.clone();
            byte[] padded = new byte[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                padded[i] = (byte) (block[i] ^ pad);
            }
            digest.update(padded);
            return digest;
        }
    }

    /** A {@code Mac} created for each message, for digests that do not clone. */
    static final class FreshMac extends HmacSha256 {
        private final SecretKeySpec key;

        private FreshMac(byte[] key) {
            this.key = new SecretKeySpec(key, ALGORITHM);
        }

        @Override
        public byte[] sign(byte[] prefix, byte[] body) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
                mac.update(prefix);
                return mac.doFinal(body);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(
                        "this Java runtime has no HmacSHA256, which every Java platform must have", e);
            }
        }
    }
}
