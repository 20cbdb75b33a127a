package com.paycrypt.examples.interop;

import com.paycrypt.sandbox.Sandbox;

/** The spring shop keeps the contract. */
class SpringShopTest extends ShopContract {
    @Override
    RunningShop start(Sandbox paycrypt) throws Exception {
        return RunningShop.Kind.SPRING.start(paycrypt);
    }
}
