/**
 * An embedded stand-in for a PayCrypt server: signed API, hosted checkout and webhooks, on loopback.
 *
 * <p>{@link com.paycrypt.sandbox.Sandbox} is the one class to embed in a test; {@link com.paycrypt.sandbox.SandboxMain}
 * runs it on its own. It shares no code with the SDK: it is an implementation of its own of the PayCrypt API guide.
 */
@NullMarked
package com.paycrypt.sandbox;

import org.jspecify.annotations.NullMarked;
