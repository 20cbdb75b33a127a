/** Payment sessions and the rules by which they change. */
@NullMarked
package com.paycrypt.sandbox.session;

import org.jspecify.annotations.NullMarked;
