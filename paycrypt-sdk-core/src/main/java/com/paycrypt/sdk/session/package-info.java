/** Payment sessions: what is asked of a new one, and what the server tells of it. */
@NullMarked
package com.paycrypt.sdk.session;

import org.jspecify.annotations.NullMarked;
