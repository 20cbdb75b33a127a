package com.paycrypt.sdk.internal.sign;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA-256 (RFC 2104) under one key, of messages in two parts: a body is never copied to put a prefix before it. Two
 * digest states with the key already mixed in are cloned for each message: faster than a {@code Mac}, shared without a lock,
 * and as good on virtual threads, which thread-locals are not. The digests of some security providers do not clone; a
 * {@code Mac} is then created for each message.
 */
public final class HmacSha256 {
    /** The length of a signature in bytes. */
    static final int LENGTH = 32;

    /** The block size of SHA-256 in bytes. */
    private static final int BLOCK = 64;

    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;
    private final @Nullable MessageDigest inner;
    private final @Nullable MessageDigest outer;

    private HmacSha256(byte[] key, @Nullable MessageDigest inner, @Nullable MessageDigest outer) {
        this.key = key;
        this.inner = inner;
        this.outer = outer;
    }

    public static HmacSha256 withKey(byte[] key) {
        return withKey(key, sha256());
    }

    static HmacSha256 withKey(byte[] key, MessageDigest sha256) {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256.digest(key) : key, BLOCK);
        try {
            return new HmacSha256(key, keyed(sha256, block, INNER), keyed(sha256, block, OUTER));
        } catch (CloneNotSupportedException e) {
            return new HmacSha256(key, null, null);
        }
    }

    /** Returns the signature of the prefix followed by the body. */
    public byte[] sign(byte[] prefix, byte[] body) {
        return inner == null || outer == null ? byMac(prefix, body) : byClones(inner, outer, prefix, body);
    }

    boolean clonesDigests() {
        return inner != null;
    }

    private static byte[] byClones(MessageDigest inner, MessageDigest outer, byte[] prefix, byte[] body) {
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

    private byte[] byMac(byte[] prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(prefix);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "this Java runtime has no HmacSHA256, which every Java platform must have", e);
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256, which every Java platform must have", e);
        }
    }
}
