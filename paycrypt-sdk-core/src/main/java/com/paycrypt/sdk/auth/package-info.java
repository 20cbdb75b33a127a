/** {@link com.paycrypt.sdk.auth.Credentials}: the API key and the secret of a merchant, in one value that signs. */
@NullMarked
package com.paycrypt.sdk.auth;

import org.jspecify.annotations.NullMarked;
