package com.paycrypt.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.support.Merchant;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class SandboxExtensionTest {
    @Nested
    @ExtendWith(SandboxExtension.class)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class PerTest {
        private static String before = "";
        private Sandbox mine;

        @BeforeEach
        void remember(Sandbox sandbox) {
            mine = sandbox;
        }

        @Test
        @Order(1)
        void aTestAndWhatRunsBeforeItShareOne(Sandbox sandbox) {
            before = sandbox.baseUrl();

            assertThat(sandbox).isSameAs(mine);
            assertThat(new Merchant(sandbox).get("/").statusCode()).isEqualTo(200);
        }

        @Test
        @Order(2)
        void theNextTestHasAnotherAndTheFirstIsClosed(Sandbox sandbox) {
            assertThat(sandbox.sessions()).isEmpty();
            assertThat(sandbox.baseUrl()).isNotEqualTo(before);
        }
    }

    @Nested
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class PerClass {
        @RegisterExtension
        static final SandboxExtension PAYCRYPT =
                SandboxExtension.of(() -> Sandbox.builder().dialect(Dialect.NEWER));

        private static Sandbox shared;

        @BeforeAll
        static void start(Sandbox sandbox) {
            shared = sandbox;
        }

        @Test
        @Order(1)
        void testsGetTheOneOfTheClassAsItWasSetUp(Sandbox sandbox) {
            assertThat(sandbox).isSameAs(shared);
            assertThat(sandbox.dialect()).isEqualTo(Dialect.NEWER);
        }

        @Test
        @Order(2)
        void itRunsOnFromTestToTest(Sandbox sandbox) {
            assertThat(sandbox).isSameAs(shared);
            assertThat(new Merchant(sandbox).get("/").statusCode()).isEqualTo(200);
        }
    }

    @AfterAll
    static void whatTheClassHadIsClosed() {
        Merchant merchant = new Merchant(PerClass.shared);

        assertThatThrownBy(() -> merchant.get("/")).isInstanceOf(UncheckedIOException.class);
    }
}
