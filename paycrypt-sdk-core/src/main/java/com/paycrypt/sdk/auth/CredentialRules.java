package com.paycrypt.sdk.auth;

/** What a key and a secret must look like, with errors that teach and never quote the value. */
final class CredentialRules {
    private CredentialRules() {}

    static void check(String key, String secret) {
        checkKey(key);
        checkSecret(secret);
    }

    private static void checkKey(String key) {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException(
                    "the API key is missing or blank: set it to the key that PayCrypt issued (PAYCRYPT_KEY)");
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) < 0x21 || key.charAt(i) > 0x7E) {
                throw new IllegalArgumentException(
                        String.join(
                                "",
                                "the API key has a character at position ",
                                Integer.toString(i),
                                " that is not visible ASCII: look for a blank or a line end picked up from a file, and remove it"));
            }
        }
    }

    private static void checkSecret(String secret) {
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException(
                    "the secret is missing or blank: set it to the secret of the API key (PAYCRYPT_SECRET)");
        }
        if (!secret.strip().equals(secret)) {
            throw new IllegalArgumentException(
                    "the secret has white space at its ends: look for a blank or a line end picked up from a file, and remove it");
        }
    }
}
