@NullMarked
package com.paycrypt.sdk.error;

import org.jspecify.annotations.NullMarked;
