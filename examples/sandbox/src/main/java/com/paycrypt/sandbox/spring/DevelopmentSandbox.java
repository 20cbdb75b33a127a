package com.paycrypt.sandbox.spring;

import org.springframework.context.annotation.Import;

/**
 * Gives an application a PayCrypt of its own while it is developed. It belongs into a main class among the tests, so that
 * the application itself knows nothing of it:
 *
 * <pre>{@code
 * class TestShop {
 *     public static void main(String[] args) {
 *         SpringApplication.from(Shop::main).with(DevelopmentSandbox.class).run(args);
 *     }
 * }
 * }</pre>
 *
 * <p>It starts before the context, {@code paycrypt.base-url}, {@code paycrypt.key} and {@code paycrypt.secret} are its
 * own, and it stops with the context. The {@link com.paycrypt.sandbox.Sandbox} is a bean. Every webhook goes to the port
 * that the application listens on, whatever the host of the {@code webhook_url}. It takes a free port, or
 * {@code paycrypt.sandbox.port}; its console is at that port's {@code /}, and the log names it. It has no stereotype, so
 * that no component scan finds it.
 */
@SuppressWarnings("exports") // Spring has no modules to be read through
@Import(SandboxImport.class)
public class DevelopmentSandbox {
    /** Creates the configuration; Spring does. */
    public DevelopmentSandbox() {}
}
