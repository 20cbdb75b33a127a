package com.paycrypt.sdk.spring.internal.webhook;

import java.util.List;
import org.springframework.core.MethodParameter;

/** The application's routes, as its web stack knows them. */
public interface WebhookRoutes {
    /**
     * Returns every mapping of a controller's method.
     *
     * @return the mappings of all handler mappings
     */
    List<ControllerRoute> controllers();

    /**
     * Tells whether there are router functions, which cannot be asked what they route: one of them may be meant.
     *
     * @return true if there is at least one
     */
    boolean hasFunctions();

    /**
     * Asks the adapters that run controllers whether a parameter is filled from the verified delivery.
     *
     * @param parameter the parameter
     * @return true if every adapter fills it so
     */
    boolean fills(MethodParameter parameter);
}
