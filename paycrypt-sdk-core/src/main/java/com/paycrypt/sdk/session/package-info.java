/** Payment sessions: the request for a new one, the session that was created, and what servers return of it later. */
@NullMarked
package com.paycrypt.sdk.session;

import org.jspecify.annotations.NullMarked;
