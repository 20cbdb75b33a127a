/** What several packages of the SDK share and nobody else sees. */
@NullMarked
package com.paycrypt.sdk.internal.text;

import org.jspecify.annotations.NullMarked;
