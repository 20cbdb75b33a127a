package com.paycrypt.examples.interop;

import com.paycrypt.sandbox.Sandbox;

/** The servlet shop keeps the contract. */
class ServletShopTest extends ShopContract {
    @Override
    RunningShop start(Sandbox paycrypt) throws Exception {
        return RunningShop.Kind.SERVLET.start(paycrypt);
    }
}
