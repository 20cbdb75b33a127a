package com.paycrypt.examples.interop;

/** The spring shop keeps the contract. */
class SpringShopTest extends ShopContract {
    SpringShopTest(Shops shops) throws Exception {
        super(shops, RunningShop.Kind.SPRING);
    }
}
