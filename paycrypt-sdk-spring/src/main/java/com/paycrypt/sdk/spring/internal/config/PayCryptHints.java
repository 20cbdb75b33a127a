package com.paycrypt.sdk.spring.internal.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/**
 * What the SDK does by reflection and from resources, for native images: the threads of newer JVMs, and the statements that
 * create the inbox's table. What Spring calls by reflection, such as the operations of an endpoint, it knows itself.
 */
public final class PayCryptHints implements RuntimeHintsRegistrar {
    /** A registrar that Spring makes. */
    public PayCryptHints() {}

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.reflection()
                .registerType(Thread.class, thread -> thread.withMethod("ofVirtual", List.of(), ExecutableMode.INVOKE))
                .registerType(TypeReference.of("java.lang.Thread$Builder"), MemberCategory.INVOKE_PUBLIC_METHODS);
        hints.resources().registerPattern("db/paycrypt/*/V1__webhook_inbox.sql");
    }
}
