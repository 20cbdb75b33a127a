/**
 * Rules for text, each in one place: decimals, amounts, unix seconds, web URLs, and violations collected into one
 * exception. It knows no other package of the SDK.
 */
@NullMarked
package com.paycrypt.sdk.internal.text;

import org.jspecify.annotations.NullMarked;
