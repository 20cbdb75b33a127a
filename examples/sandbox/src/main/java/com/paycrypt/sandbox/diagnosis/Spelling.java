package com.paycrypt.sandbox.diagnosis;

import java.util.Optional;

/** What is wrong with the form of a signature, before anything is computed. */
final class Spelling {
    private Spelling() {}

    static Optional<String> of(String signature) {
        if (signature.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        return Optional.of("X-Paycrypt-Signature " + fault(signature));
    }

    private static String fault(String signature) {
        if (signature.isEmpty()) {
            return "is missing.";
        }
        if (signature.matches("[0-9A-Fa-f]{64}")) {
            return "has upper-case digits. Write the hexadecimal digits in lower case.";
        }
        if (signature.matches("(?i)(sha256|v1|hmac)[=:].*")) {
            return "starts with a scheme. Send the 64 digits alone.";
        }
        if (signature.matches("[A-Za-z0-9+/_-]{43}=?")) {
            return "is Base64. Encode the 32 bytes as hexadecimal digits.";
        }
        return signature.matches("[0-9A-Fa-f]+")
                ? "has " + signature.length() + " digits. HMAC with SHA-256 gives 64."
                : "is not a hexadecimal number of 64 digits.";
    }
}
