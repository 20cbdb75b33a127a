/**
 * HMAC signatures. {@code Credentials} of the public API are a {@link com.paycrypt.sdk.internal.sign.SigningKey}, which
 * {@link com.paycrypt.sdk.internal.sign.Signatures} signs and verifies with by
 * {@link com.paycrypt.sdk.internal.sign.HmacSha256}.
 */
@NullMarked
package com.paycrypt.sdk.internal.sign;

import org.jspecify.annotations.NullMarked;
