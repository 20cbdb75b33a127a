package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.PayCryptClient;

/**
 * Changes the client before it is built: a bean of this type is called with the builder after the properties were
 * applied to it. Several are called in their {@link org.springframework.core.annotation.Order}.
 *
 * <pre>{@code
 * @Bean
 * PayCryptClientCustomizer proxy(OkHttpClient behindTheProxy) {
 *     return builder -> builder.httpClient(behindTheProxy);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface PayCryptClientCustomizer {
    /**
     * Changes the client.
     *
     * @param builder the builder, with what the properties say
     */
    void customize(PayCryptClient.Builder builder);
}
