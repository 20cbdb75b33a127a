package com.paycrypt.sandbox.diagnosis;

import com.paycrypt.sandbox.wire.ApiKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Secrets that senders use by mistake, each with its remedy. */
final class OtherSecrets {
    private static final String BLANK =
            "It was signed with the secret and a blank or line break at its end, as when it is"
                    + " read from a file. Strip it.";

    private OtherSecrets() {}

    static Map<String, String> of(List<ApiKey> keys, ApiKey named) {
        Map<String, String> secrets = new LinkedHashMap<>();
        String secret = named.secret();
        List.of(secret + "\n", secret + "\r\n", secret + " ", " " + secret, secret.strip())
                .forEach(spelt -> secrets.put(spelt, BLANK));
        secrets.put('"' + secret + '"', "It was signed with the secret in quotation marks. Take them off.");
        secrets.put(named.key(), "It was signed with the key. Sign with the secret.");
        keys.forEach(other -> secrets.put(
                other.secret(), "It was signed with the secret of another key of this merchant. Pair key and secret."));
        secrets.remove(secret);
        return secrets;
    }
}
