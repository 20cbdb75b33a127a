package com.paycrypt.sdk.auth;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** HMAC-SHA-256 (RFC 2104) under one key, of messages whose body is never copied to put a prefix before it. */
interface HmacSha256 {
    /** The length of a signature in bytes. */
    int LENGTH = 32;

    /**
     * Signs the first bytes of the scratch and then the body, and leaves the signature in the scratch, which is at
     * least as long as a signature: one array serves for both.
     */
    void sign(byte[] scratch, int prefixLength, byte[] body);

    static HmacSha256 withKey(byte[] key) {
        return withKey(key, sha256());
    }

    /** Cloned digest states are the fastest way; some security providers have digests that do not clone. */
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
}
