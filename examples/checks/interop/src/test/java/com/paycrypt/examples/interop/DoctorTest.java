package com.paycrypt.examples.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.examples.doctor.Doctor;
import com.paycrypt.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The doctor finds nothing wrong with any shop. */
@Timeout(600)
@ExtendWith(Shops.Extension.class)
class DoctorTest {
    private final Shops shops;

    DoctorTest(Shops shops) {
        this.shops = shops;
    }

    @ParameterizedTest
    @EnumSource
    void theShopIsHealthy(RunningShop.Kind kind) throws Exception {
        assertHealthy(shops.sandbox(), shops.of(kind));
    }

    private static void assertHealthy(Sandbox sandbox, RunningShop shop) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> account = Map.of("PAYCRYPT_KEY", sandbox.key(), "PAYCRYPT_SECRET", sandbox.secret());

        int exitCode = new Doctor(account)
                .run(
                        new PrintStream(out, true, UTF_8),
                        System.err,
                        "--to=" + shop.address() + "/api/paycrypt/webhook",
                        "--events=" + shop.address() + "/events",
                        "--order=" + order(shop),
                        "--amount=49.00",
                        "--currency=USD",
                        "--timeout=60",
                        "--json");

        JsonNode report = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(exitCode).as(report.toPrettyString()).isZero();
        assertThat(report.path("passed").asInt()).isEqualTo(37);
        assertThat(report.path("skipped").asInt()).isZero();
        assertThat(orders(shop)).contains("To look into", "Paid twice", "Wrong amount or currency");
    }

    /** The page of the shop's own people, after all that the doctor has sent. */
    private static String orders(RunningShop shop) {
        return new Http()
                .send(HttpRequest.newBuilder(URI.create(shop.address() + "/orders")))
                .body();
    }

    private static String order(RunningShop shop) {
        return new Http()
                .send(HttpRequest.newBuilder(URI.create(shop.address() + "/orders"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("item=kettle")))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/", "");
    }
}
