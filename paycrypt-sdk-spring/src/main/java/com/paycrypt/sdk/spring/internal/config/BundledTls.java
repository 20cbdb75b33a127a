package com.paycrypt.sdk.spring.internal.config;

import com.paycrypt.sdk.PayCryptClient;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;

/**
 * Gives clients the TLS settings of one of Boot's SSL bundles: the certificates that they trust, one of their own, protocols
 * and ciphers. All clients share the connections; they end with the application.
 */
public final class BundledTls implements AutoCloseable {
    private static final String PROPERTY = "paycrypt.ssl.bundle";

    /** As many as the clients keep that have connections of their own. */
    private static final int MAX_IDLE_CONNECTIONS = 64;

    private static final long IDLE_MINUTES = 5;

    private final @Nullable OkHttpClient http;

    private BundledTls(@Nullable OkHttpClient http) {
        this.http = http;
    }

    /**
     * Reads a bundle.
     *
     * @param name its name, or null for the platform's settings
     * @param bundles the bundles of the application, if it has any
     * @return the settings
     */
    public static BundledTls of(@Nullable String name, @Nullable SslBundles bundles) {
        if (name == null) {
            return new BundledTls(null);
        }
        SslBundle bundle = find(name, bundles);
        try {
            return new BundledTls(client(bundle));
        } catch (RuntimeException unusable) {
            throw new PayCryptConfigurationException(
                    PROPERTY + "=" + name + ", but that SSL bundle cannot be used: " + unusable.getMessage(),
                    "Correct its spring.ssl.bundle.* properties, or the stores and certificates that they name.");
        }
    }

    private static SslBundle find(String name, @Nullable SslBundles bundles) {
        List<String> known = bundles == null ? List.of() : bundles.getBundleNames();
        try {
            if (bundles != null) {
                return bundles.getBundle(name);
            }
        } catch (NoSuchSslBundleException unknown) {
            // told below
        }
        throw new PayCryptConfigurationException(
                PROPERTY + "=" + name + ", but there is no such SSL bundle; there "
                        + (known.isEmpty() ? "is none." : "are: " + String.join(", ", known) + "."),
                "Configure spring.ssl.bundle.pem." + name + ".* or spring.ssl.bundle.jks." + name
                        + ".*, or correct the name. Without the property, the JVM's certificates are trusted.");
    }

    private static OkHttpClient client(SslBundle bundle) {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(MAX_IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES))
                .sslSocketFactory(bundle.createSslContext().getSocketFactory(), trusted(bundle))
                .connectionSpecs(specs(bundle.getOptions()))
                .build();
    }

    private static X509TrustManager trusted(SslBundle bundle) {
        return Stream.of(bundle.getManagers().getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("it has no trust manager for X.509 certificates"));
    }

    /** Plain http stays possible, to this machine. */
    private static List<ConnectionSpec> specs(SslOptions options) {
        ConnectionSpec.Builder tls = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS);
        String[] protocols = options.getEnabledProtocols();
        String[] ciphers = options.getCiphers();
        if (protocols != null) {
            tls.tlsVersions(protocols);
        }
        if (ciphers != null) {
            tls.cipherSuites(ciphers);
        }
        return List.of(tls.build(), ConnectionSpec.CLEARTEXT);
    }

    /**
     * Sets the connections of a client.
     *
     * @param builder the client
     */
    public void applyTo(PayCryptClient.Builder builder) {
        if (http != null) {
            builder.httpClient(http);
        }
    }

    /** Closes idle connections: the clients are closed by now. */
    @Override
    public void close() {
        if (http != null) {
            http.connectionPool().evictAll();
        }
    }
}
