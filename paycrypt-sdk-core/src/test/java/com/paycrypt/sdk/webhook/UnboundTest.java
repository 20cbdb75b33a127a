package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.json.Envelope;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was verified cannot be made from a request: frameworks that bind its text to objects find no way in. */
class UnboundTest {
    @ParameterizedTest
    @ValueSource(classes = {WebhookEvent.class, Payment.class, Credentials.class})
    void thereIsNoConstructorAndNoSetterToBindTo(Class<?> type) {
        assertThat(type.getDeclaredConstructors())
                .allMatch(constructor -> Modifier.isPrivate(constructor.getModifiers()));
        assertThat(publicMethods(type)).noneMatch(method -> method.getName().matches("set[A-Z].*|valueOf|from"));
        assertThat(publicMethods(type).filter(method -> Modifier.isStatic(method.getModifiers())))
                .noneMatch(method -> method.getParameterCount() == 1);
    }

    /** Spring's data binding calls a private constructor too, if it is the only one, with what it can make of text. */
    @ParameterizedTest
    @ValueSource(classes = {WebhookEvent.class, Payment.class})
    void aPrivateConstructorFailsWithoutWhatOnlyAVerifierHas(Class<?> type) {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        assertThat(constructors).hasSize(1);
        constructors[0].setAccessible(true);

        assertThat(constructors[0].getParameterTypes()).anyMatch(Class::isInterface);
        assertThatThrownBy(() -> constructors[0].newInstance(arguments(constructors[0])))
                .hasRootCauseInstanceOf(NullPointerException.class)
                .hasRootCauseMessage("provenance");
    }

    @ParameterizedTest
    @ValueSource(classes = {WebhookEvent.class, Payment.class, Credentials.class})
    void jacksonBindsNone(Class<?> type) {
        JsonMapper lenient = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        assertThatThrownBy(() -> lenient.readValue("{\"state\":\"PAID\",\"key\":\"pk_1\"}", type))
                .isInstanceOf(JsonMappingException.class);
        assertThatThrownBy(() -> lenient.readValue("\"pk_1\"", type)).isInstanceOf(JsonMappingException.class);
    }

    /** All that text or nested objects can become; an interface alone stays null. */
    private static @Nullable Object[] arguments(Constructor<?> constructor) {
        return Arrays.stream(constructor.getParameterTypes())
                .map(UnboundTest::argument)
                .toArray();
    }

    private static @Nullable Object argument(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        if (type == byte[].class) {
            return new byte[0];
        }
        if (type == Envelope.class) {
            return new Envelope("payment.succeeded", "", null, 0, 0);
        }
        return type == Payment.State.class ? Payment.State.PAID : null;
    }

    private static Stream<Method> publicMethods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(UnboundTest::isPublic)
                .filter(method -> !method.isSynthetic());
    }

    private static boolean isPublic(Member member) {
        return Modifier.isPublic(member.getModifiers());
    }
}
