package com.paycrypt.examples.interop;

import com.paycrypt.sandbox.Sandbox;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One sandbox and one shop of each kind for all tests that have it as a parameter: to start them takes longer than a test. */
final class Shops implements AutoCloseable {
    private final Sandbox sandbox = Sandbox.start();
    private final Map<RunningShop.Kind, RunningShop> running = new EnumMap<>(RunningShop.Kind.class);

    private Shops() {}

    Sandbox sandbox() {
        return sandbox;
    }

    RunningShop of(RunningShop.Kind kind) throws Exception {
        RunningShop shop = running.get(kind);
        if (shop == null) {
            shop = kind.start(sandbox);
            running.put(kind, shop);
        }
        return shop;
    }

    @Override
    public void close() {
        running.values().forEach(shop -> shop.stop().run());
        sandbox.close();
    }

    /** Ends them after the last test of all. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Shops.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(Namespace.create(Shops.class))
                    .computeIfAbsent(Shops.class, type -> new Shops(), Shops.class);
        }
    }
}
