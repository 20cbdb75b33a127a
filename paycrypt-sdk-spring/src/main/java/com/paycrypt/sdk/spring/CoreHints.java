package com.paycrypt.sdk.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What a native image has to keep of the SDK and cannot see: the one file that is read by its name. */
final class CoreHints implements RuntimeHintsRegistrar {
    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("com/paycrypt/sdk/internal/transport/version.txt");
    }
}
