/** What is sent to the containers of the contract test, and how. */
@NullMarked
package com.paycrypt.sdk.servlet.http;

import org.jspecify.annotations.NullMarked;
