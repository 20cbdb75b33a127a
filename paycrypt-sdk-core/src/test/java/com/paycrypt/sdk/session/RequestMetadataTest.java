package com.paycrypt.sdk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Metadata is any JSON value, copied, bounded, and named by its path where it is not. */
class RequestMetadataTest {
    @Test
    void metadataHasTheValuesOfJson() {
        Map<String, Object> item = new LinkedHashMap<>(Map.of("price", new BigDecimal("49.10")));
        List<Object> items = new ArrayList<>(List.of(item, "text", 1.5, true));
        PaymentSessionRequest request = valid().metadata("items", items)
                .metadata("count", 7L)
                .metadata("large", new BigInteger("12345678901234567890"))
                .metadata("gift", false)
                .metadata("empty", Map.of())
                .build();

        item.clear();
        items.clear();

        assertThat(new String(request.body(), StandardCharsets.UTF_8))
                .contains("\"metadata\":{\"items\":[{\"price\":49.10},\"text\",1.5,true],\"count\":7,"
                        + "\"large\":12345678901234567890,\"gift\":false,\"empty\":{}}");
        assertThat(request.metadata())
                .containsEntry("items", List.of(Map.of("price", new BigDecimal("49.10")), "text", 1.5, true));
    }

    @Test
    void metadataCannotBeChangedThroughItsGetter() {
        PaymentSessionRequest request =
                valid().metadata("items", List.of(Map.of("sku", "A-1"))).build();
        List<?> items = (List<?>) Objects.requireNonNull(request.metadata().get("items"));

        assertThatThrownBy(() -> request.metadata().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(items::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) items.get(0)).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    static Stream<Object> notOfJson() {
        return Stream.of(
                Double.NaN,
                Float.NEGATIVE_INFINITY,
                new BigDecimal("1E+1000000000"),
                BigInteger.TEN.pow(101),
                new AtomicInteger(1),
                Instant.EPOCH,
                Optional.of("x"),
                'c',
                new int[] {1});
    }

    @ParameterizedTest
    @MethodSource("notOfJson")
    void whatJsonDoesNotHaveIsNamedByItsPath(Object value) {
        assertThatThrownBy(() ->
                        valid().metadata("a", List.of(1, Map.of("b", value))).build())
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("metadata.a[1].b is a " + value.getClass().getName());
    }

    @Test
    void namesOfObjectsAreTextThatIsNotBlank() {
        assertThatThrownBy(() -> valid().metadata("a", Map.of(" ", 1)).build())
                .hasMessageContaining("metadata.a has a blank name");
        assertThatThrownBy(() -> valid().metadata("a\nb", Map.of(1, 1)).build())
                .hasMessageContaining("metadata.a?b has a blank name or one that is not text");
    }

    @Test
    void metadataHasADepth() {
        Object value = "x";
        for (int levels = 1; levels < 32; levels++) {
            value = List.of(value);
        }
        Object deepest = value;

        assertThat(json(valid().metadata("a", deepest))).contains("[".repeat(31) + "\"x\"" + "]".repeat(31));
        assertThatThrownBy(() -> valid().metadata("a", List.of(deepest)).build())
                .hasMessageContaining("is more than 32 levels deep");
    }

    @Test
    void metadataThatContainsItselfIsRejected() {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            list.add(list);
        }

        assertThatThrownBy(() -> valid().metadata("a", list).build())
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does a list or map contain itself?");
    }

    @Test
    void metadataHasASize() {
        List<Integer> many = Collections.nCopies(100_000, 1);

        assertThatThrownBy(() -> valid().metadata("a", many).build())
                .hasMessageContaining("is beyond the first 100000 values");
    }

    private static PaymentSessionRequest.Builder valid() {
        return PaymentSessionRequest.builder()
                .orderId("ORD-1")
                .amount("49.00", "USD")
                .successUrl("https://merchant.tld/s")
                .cancelUrl("http://shop_1:8080/c");
    }

    private static String json(PaymentSessionRequest.Builder builder) {
        return new String(builder.build().body(), StandardCharsets.UTF_8);
    }
}
