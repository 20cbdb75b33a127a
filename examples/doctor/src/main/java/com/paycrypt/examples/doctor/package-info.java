/**
 * Sends events to a webhook URL: one by one ({@code Trigger}), or as an examination ({@code Doctor}).
 *
 * <p>An examination runs its {@code Scenarios} one after another. Each gets a {@code Probe}, which signs, sends through the
 * {@code Sender}, looks at what the shop handled through the {@code EventLog}, and collects what is wrong; a
 * {@code Finding} per scenario goes into the {@code Report}.
 */
@NullMarked
package com.paycrypt.examples.doctor;

import org.jspecify.annotations.NullMarked;
