package com.paycrypt.examples.recipes;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * Reaches PayCrypt through a company's proxy, and with a client certificate. An OkHttpClient that is given to the SDK stays
 * its owner's: the SDK's {@code close()} leaves it alone.
 */
public final class ProxyAndMutualTls {
    private ProxyAndMutualTls() {}

    /**
     * Creates a client that goes through a proxy.
     *
     * @param baseUrl the PayCrypt server
     * @param credentials the account
     * @param proxy the proxy's address
     * @return the client
     */
    public static PayCryptClient throughProxy(String baseUrl, Credentials credentials, InetSocketAddress proxy) {
        OkHttpClient http = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, proxy))
                .build();
        return PayCryptClient.builder(baseUrl, credentials).httpClient(http).build();
    }

    /**
     * Creates a client that identifies itself with a certificate and trusts a company's authority.
     *
     * @param baseUrl the PayCrypt server
     * @param credentials the account
     * @param own holds the certificate and its key, in PKCS12
     * @param trusted holds the authority's certificate, in PKCS12
     * @param password opens both
     * @return the client
     * @throws IOException if a file cannot be read
     * @throws GeneralSecurityException if a key store cannot be used
     */
    public static PayCryptClient withCertificate(
            String baseUrl, Credentials credentials, Path own, Path trusted, char[] password)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keyStore(own, password), password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keyStore(trusted, password));
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        OkHttpClient http = new OkHttpClient.Builder()
                .sslSocketFactory(tls.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
                .build();
        return PayCryptClient.builder(baseUrl, credentials).httpClient(http).build();
    }

    private static KeyStore keyStore(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }
}
