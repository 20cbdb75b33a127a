@NullMarked
package com.paycrypt.sdk.auth;

import org.jspecify.annotations.NullMarked;
