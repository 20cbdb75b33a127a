package com.paycrypt.examples.benchmarks.tomcat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The yardstick: a servlet that reads the body in one piece and verifies it by hand, with a Mac that each thread keeps,
 * and binds it to a record if the shop wants to know what happened.
 */
final class VerifiedByHand extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int WINDOW_SECONDS = 300;

    private final String key;
    private final transient ThreadLocal<Mac> mac;
    private final transient Shop shop;

    VerifiedByHand(String key, String secret, Shop shop) {
        this.key = key;
        this.shop = shop;
        this.mac = ThreadLocal.withInitial(() -> mac(secret));
    }

    private static Mac mac(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = new byte[request.getContentLength()];
        int read = request.getInputStream().readNBytes(body, 0, body.length);
        boolean known = read == body.length && key.equals(request.getHeader("X-Paycrypt-Key"));
        response.setStatus(known && verify(request, body) && shop.handles(body) ? 200 : 401);
        response.setContentLength(0);
    }

    private boolean verify(HttpServletRequest request, byte[] body) {
        String timestamp = request.getHeader("X-Paycrypt-Timestamp");
        long age = System.currentTimeMillis() / 1000 - Long.parseLong(timestamp);
        Mac own = mac.get();
        own.update(timestamp.getBytes(US_ASCII));
        own.update((byte) '.');
        byte[] signature = HexFormat.of().parseHex(request.getHeader("X-Paycrypt-Signature"));
        return Math.abs(age) <= WINDOW_SECONDS && MessageDigest.isEqual(own.doFinal(body), signature);
    }

    /** What is done with a genuine body. */
    @FunctionalInterface
    interface Shop {
        boolean handles(byte[] body) throws IOException;
    }
}
