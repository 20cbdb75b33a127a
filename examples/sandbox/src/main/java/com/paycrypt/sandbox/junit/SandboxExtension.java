package com.paycrypt.sandbox.junit;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.SandboxBuilder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a PayCrypt of their own: a parameter of type {@link Sandbox} starts one, and it is closed when the test
 * is over.
 *
 * <pre>{@code
 * @ExtendWith(SandboxExtension.class)
 * class CheckoutTest {
 *     @Test
 *     void aPaidOrderIsShipped(Sandbox sandbox) { ... }
 * }
 * }</pre>
 *
 * <p>A parameter of a test method, or of a method that runs before or after each test, is a sandbox of this test alone.
 * A parameter of a constructor or of a method that runs before all tests is one for the whole class; the class's tests
 * then get the same one. One that is set up is registered as a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandboxExtension PAYCRYPT = SandboxExtension.of(() -> Sandbox.builder().dialect(Dialect.NEWER));
 * }</pre>
 *
 * <p>For JUnit Jupiter 5 and 6; tests may run in parallel.
 */
public final class SandboxExtension implements ParameterResolver, AfterEachCallback, AfterAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    private final Supplier<SandboxBuilder> setup;

    /** Creates an extension whose sandboxes have every default. */
    public SandboxExtension() {
        this(Sandbox::builder);
    }

    private SandboxExtension(Supplier<SandboxBuilder> setup) {
        this.setup = setup;
    }

    /**
     * Creates an extension whose sandboxes are set up.
     *
     * @param setup describes a sandbox, asked for each one
     * @return the extension, to be registered
     */
    public static SandboxExtension of(Supplier<SandboxBuilder> setup) {
        return new SandboxExtension(setup);
    }

    /**
     * Returns whether a parameter is a sandbox.
     *
     * @param parameter the parameter
     * @param context the test
     * @return true for the type {@link Sandbox}
     */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    /**
     * Returns the sandbox of a test, or of its class if that has one.
     *
     * @param parameter the parameter
     * @param context the test or the class
     * @return the running sandbox
     */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        @Nullable Sandbox known = store.get(Sandbox.class, Sandbox.class);
        if (known != null) {
            return known;
        }
        Sandbox started = setup.get().start();
        store.put(Sandbox.class, started);
        return started;
    }

    /**
     * Closes the sandbox of a test, if it had one of its own.
     *
     * @param context the test
     */
    @Override
    public void afterEach(ExtensionContext context) {
        close(context);
    }

    /**
     * Closes the sandbox of a class, if it had one.
     *
     * @param context the class
     */
    @Override
    public void afterAll(ExtensionContext context) {
        close(context);
    }

    private static void close(ExtensionContext context) {
        @Nullable Sandbox own = context.getStore(NAMESPACE).remove(Sandbox.class, Sandbox.class);
        if (own != null) {
            own.close();
        }
    }
}
