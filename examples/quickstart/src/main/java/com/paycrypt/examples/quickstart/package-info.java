/** The whole job in one process: a session, its checkout, the webhook and the paid order. */
@NullMarked
package com.paycrypt.examples.quickstart;

import org.jspecify.annotations.NullMarked;
