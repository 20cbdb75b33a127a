@NullMarked
package com.paycrypt.sdk.session;

import org.jspecify.annotations.NullMarked;
