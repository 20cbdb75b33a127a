@NullMarked
package com.paycrypt.sdk.call;

import org.jspecify.annotations.NullMarked;
