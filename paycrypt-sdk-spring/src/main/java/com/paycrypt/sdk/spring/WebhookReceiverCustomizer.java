package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.WebhookReceiver;

/**
 * Changes the webhook receiver before it is built: a bean of this type is called with the builder after the
 * properties were applied to it. Several are called in their {@link org.springframework.core.annotation.Order}.
 *
 * <pre>{@code
 * @Bean
 * WebhookReceiverCustomizer limit() {
 *     return builder -> builder.maxBodySize(16 * 1024);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface WebhookReceiverCustomizer {
    /**
     * Changes the receiver.
     *
     * @param builder the builder, with what the properties say
     */
    void customize(WebhookReceiver.Builder builder);
}
