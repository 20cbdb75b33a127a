package com.paycrypt.examples.interop;

import com.paycrypt.sandbox.Sandbox;

/** The WebFlux shop keeps the contract. */
class WebFluxShopTest extends ShopContract {
    @Override
    RunningShop start(Sandbox paycrypt) throws Exception {
        return RunningShop.Kind.WEBFLUX.start(paycrypt);
    }
}
