/**
 * What a sandbox shows of itself, as immutable values: {@link com.paycrypt.sandbox.model.Session sessions} with their
 * {@link com.paycrypt.sandbox.model.Transfer transfers}, {@link com.paycrypt.sandbox.model.Delivery deliveries} with
 * their {@link com.paycrypt.sandbox.model.Attempt attempts}, the {@link com.paycrypt.sandbox.model.Fact facts} of the
 * journal, and the {@link com.paycrypt.sandbox.model.Rule rules} that disturb it.
 */
@NullMarked
package com.paycrypt.sandbox.model;

import org.jspecify.annotations.NullMarked;
