/**
 * The client: {@link com.paycrypt.sdk.PayCryptClient} signs every request, {@link com.paycrypt.sdk.PaymentSessions} creates
 * payment sessions.
 */
@NullMarked
package com.paycrypt.sdk;

import org.jspecify.annotations.NullMarked;
