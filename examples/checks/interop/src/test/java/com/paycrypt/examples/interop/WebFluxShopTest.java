package com.paycrypt.examples.interop;

/** The WebFlux shop keeps the contract. */
class WebFluxShopTest extends ShopContract {
    WebFluxShopTest(Shops shops) throws Exception {
        super(shops, RunningShop.Kind.WEBFLUX);
    }
}
