package com.paycrypt.examples.interop;

/** The servlet shop keeps the contract. */
class ServletShopTest extends ShopContract {
    ServletShopTest(Shops shops) throws Exception {
        super(shops, RunningShop.Kind.SERVLET);
    }
}
