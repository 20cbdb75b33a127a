package com.paycrypt.sandbox.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the application of a Spring Boot test a PayCrypt of its own: a sandbox starts before the context, the client is
 * pointed at it, and it stops with the context.
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
 * @WithSandbox
 * class ShopTest {
 *     @Autowired Sandbox sandbox;
 *
 *     @Test
 *     void aPaidOrderIsShipped() {
 *         // let the shop create a session
 *         sandbox.customer(sessionId).pays();
 *         assertThat(sandbox.webhooks().await(sessionId).status()).isEqualTo(Delivery.Status.DELIVERED);
 *     }
 * }
 * }</pre>
 *
 * <p>{@code paycrypt.base-url}, {@code paycrypt.key} and {@code paycrypt.secret} are the sandbox's, whatever the
 * environment and the test itself say. The {@link com.paycrypt.sandbox.Sandbox} is a bean. Every webhook goes to the
 * port that the application listens on, over plain HTTP, with path and query of the session's {@code webhook_url}: a
 * test never reaches the host that the shop is known by. An application that listens on no port ({@code MOCK},
 * {@code NONE}) can create sessions; to pay one is an {@link IllegalStateException} that says so.
 *
 * <p>Each context has a sandbox of its own. Tests that share a context from Spring's cache share its sandbox, so they
 * ask it for their own sessions, never for the only one. Works with Spring Boot 3.5 and 4.1, on either web stack, and
 * with tests that run in parallel.
 *
 * <p>Spring is an optional dependency of the sandbox, and only the classes of this package need it.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithSandbox {}
