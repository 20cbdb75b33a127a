@NullMarked
package com.paycrypt.sdk;

import org.jspecify.annotations.NullMarked;
