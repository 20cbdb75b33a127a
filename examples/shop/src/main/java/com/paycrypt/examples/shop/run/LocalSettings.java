package com.paycrypt.examples.shop.run;

import java.util.List;
import java.util.Map;

/** The three settings of the SDK in the environment. */
final class LocalSettings {
    private static final List<String> NAMES = List.of("PAYCRYPT_BASE_URL", "PAYCRYPT_KEY", "PAYCRYPT_SECRET");

    private LocalSettings() {}

    static List<String> missing(Map<String, String> environment) {
        return NAMES.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
    }

    static boolean isHalf(List<String> missing) {
        return !missing.isEmpty() && missing.size() < NAMES.size();
    }
}
