/** What a developer looks at: sessions, deliveries and refused requests. */
@NullMarked
package com.paycrypt.sandbox.dashboard;

import org.jspecify.annotations.NullMarked;
