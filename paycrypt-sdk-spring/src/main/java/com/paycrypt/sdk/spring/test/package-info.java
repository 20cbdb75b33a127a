/** For the tests of an application that takes webhooks: genuine deliveries for MockMvc and WebTestClient. */
@NullMarked
package com.paycrypt.sdk.spring.test;

import org.jspecify.annotations.NullMarked;
