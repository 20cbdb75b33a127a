@NullMarked
package com.paycrypt.sdk.webhook;

import org.jspecify.annotations.NullMarked;
