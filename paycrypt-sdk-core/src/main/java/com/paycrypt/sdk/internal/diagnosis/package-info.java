/**
 * "Why did my signature fail?" {@link com.paycrypt.sdk.internal.diagnosis.Diagnosis} is the way in: it tries what is usually
 * wrong with the headers, the secret, the signed prefix and the body.
 */
@NullMarked
package com.paycrypt.sdk.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
