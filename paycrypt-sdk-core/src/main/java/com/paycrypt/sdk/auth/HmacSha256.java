package com.paycrypt.sdk.auth;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** HMAC-SHA-256 (RFC 2104) from two digest states with the key already mixed in, cloned for each message. */
final class HmacSha256 {
    private static final int BLOCK = 64;

    private final MessageDigest inner;
    private final MessageDigest outer;

    private HmacSha256(MessageDigest inner, MessageDigest outer) {
        this.inner = inner;
        this.outer = outer;
    }

    static HmacSha256 withKey(byte[] key) {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256().digest(key) : key, BLOCK);
        return new HmacSha256(keyed(block, (byte) 0x36), keyed(block, (byte) 0x5c));
    }

    byte[] of(byte[] prefix, byte[] body) {
        MessageDigest first = copy(inner);
        first.update(prefix);
        first.update(body);
        return copy(outer).digest(first.digest());
    }

    private static MessageDigest keyed(byte[] block, byte pad) {
        byte[] padded = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        MessageDigest digest = sha256();
        digest.update(padded);
        return digest;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of this Java runtime cannot be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256, which every Java platform must have", e);
        }
    }
}
