/** Key and secret of a merchant, in one value that signs and never tells. */
@NullMarked
package com.paycrypt.sdk.auth;

import org.jspecify.annotations.NullMarked;
