package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.auth.Credentials;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where PayCrypt is, and who calls it. A bean of this type takes the place of {@code paycrypt.base-url},
 * {@code paycrypt.key} and {@code paycrypt.secret}, whatever they are set to, and configures PayCrypt where none of them is:
 * for test support and development-time services.
 *
 * <pre>{@code
 * @TestConfiguration(proxyBeanMethods = false)
 * class PayCryptForTests {
 *     @Bean
 *     PayCryptConnectionDetails payCrypt(Container server) {
 *         return PayCryptConnectionDetails.of(server.url(), Credentials.of("pk_test_1", "sk_test_1"));
 *     }
 * }
 * }</pre>
 *
 * <p>Where a {@code com.paycrypt.sandbox.Sandbox} is a bean and no details are one, the details are the sandbox's. Without
 * either, the properties are the details, of that one merchant that they name; the merchants of
 * {@code paycrypt.merchants} always have theirs from the properties. An auto-configuration that defines one has to be before
 * {@link com.paycrypt.sdk.spring.autoconfigure.PayCryptAutoConfiguration}.
 *
 * <p>Each method is called at the start of the application.
 */
public interface PayCryptConnectionDetails extends ConnectionDetails {
    /**
     * Returns the URL of the PayCrypt server.
     *
     * @return such as {@code https://pay.example.com}, without {@code /api/v1}
     */
    String baseUrl();

    /**
     * Returns the credentials that sign requests, and that deliveries are signed with.
     *
     * @return the API key and its secret
     */
    Credentials credentials();

    /**
     * Creates details that stay the same.
     *
     * @param baseUrl the URL of the server
     * @param credentials the API key and its secret
     * @return the details
     */
    static PayCryptConnectionDetails of(String baseUrl, Credentials credentials) {
        return new PayCryptConnectionDetails() {
            @Override
            public String baseUrl() {
                return baseUrl;
            }

            @Override
            public Credentials credentials() {
                return credentials;
            }
        };
    }
}
