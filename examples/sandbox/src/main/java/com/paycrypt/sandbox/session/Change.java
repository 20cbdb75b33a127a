package com.paycrypt.sandbox.session;

/**
 * An action that happened.
 *
 * @param action what happened
 * @param before the session before it
 * @param after the session after it
 */
public record Change(Action action, Session before, Session after) {}
