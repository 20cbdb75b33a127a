package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.ReplayGuard;

/** Makes the replay guard of a named merchant, which sees the deliveries of no other. */
@FunctionalInterface
public interface MerchantGuards {
    /**
     * Makes a guard.
     *
     * @param merchant the merchant's name
     * @return a guard of its own
     */
    ReplayGuard of(String merchant);
}
