package com.paycrypt.sdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {
    private static final int EVENTS_PER_SEED = 100;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWellFormedIsReadAsJacksonReadsIt(long seed) {
        JsonMaker maker = new JsonMaker(random(seed));
        for (int i = 0; i < EVENTS_PER_SEED; i++) {
            byte[] event = maker.event().getBytes(StandardCharsets.UTF_8);
            assertThat(type(event)).as(() -> text(event)).isPresent().isEqualTo(JacksonOracle.type(event));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsMutatedIsAcceptedOrRejectedAsJacksonDoes(long seed) {
        RandomGenerator random = random(seed);
        JsonMaker maker = new JsonMaker(random);
        for (int i = 0; i < EVENTS_PER_SEED; i++) {
            byte[] event = maker.event().getBytes(StandardCharsets.UTF_8);
            for (int damages = random.nextInt(1, 4); damages > 0; damages--) {
                event = damage(event, random);
            }
            byte[] mutated = event;
            if (JacksonOracle.isCompetent(mutated)) {
                assertThat(type(mutated)).as(() -> text(mutated)).isEqualTo(JacksonOracle.type(mutated));
            }
        }
    }

    @Test
    void theEnvelopeIsThatOfTheBody() throws MalformedJsonException {
        byte[] body = "{ \"x\":0,\"id\" : 17 , \"created\": \"1\\u0032\",\"data\" : {\"a\":[]} ,\"type\":\"t\\n\" }"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(EnvelopeReader.read(body)).isEqualTo(new Envelope("t\n", "17", "12", 50, 58));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"id\":true", "\"id\":null", "\"id\":{}", "\"i\":\"x\"", "\"ie\":1", "\"created\":[]"})
    void whatIsNoIdAndNoTimeIsAbsent(String member) throws MalformedJsonException {
        Envelope envelope = EnvelopeReader.read(("{\"type\":\"t\"," + member + "}").getBytes(StandardCharsets.UTF_8));

        assertThat(envelope).isEqualTo(new Envelope("t", "", null, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "}", "\u0000", " {}", ",", "\ufeff"})
    void whateverFollowsTheObjectIsRejected(String rest) {
        assertThatThrownBy(() -> EnvelopeReader.read(("{\"type\":\"t\"}" + rest).getBytes(StandardCharsets.UTF_8)))
                .hasMessage("something follows the JSON object");
    }

    @Test
    void negativeNumbersAreNumbersToo() throws MalformedJsonException {
        byte[] body = "{\"type\":\"t\",\"id\":-1,\"created\":9}".getBytes(StandardCharsets.UTF_8);

        assertThat(EnvelopeReader.read(body)).isEqualTo(new Envelope("t", "-1", "9", 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 23, 24, 25, 26, 100, 5000})
    void aNameIsFoundTwiceAmongAnyNumber(int names) {
        StringBuilder json = new StringBuilder("{\"type\":\"t\",\"data\":{");
        for (int i = 0; i < names; i++) {
            json.append("\"n").append(i).append("\":{\"inner\":1},");
        }
        String unique = json + "\"last\":1}}";

        assertThat(type(unique.getBytes(StandardCharsets.UTF_8))).hasValue("t");
        for (int again : new int[] {0, names / 2, names - 1}) {
            byte[] twice = (json + "\"\\u006e" + again + "\":1}}").getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> EnvelopeReader.read(twice))
                    .isInstanceOf(MalformedJsonException.class)
                    .hasMessageContaining("twice");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"\\u0061\":1,\"a\":2', false",
        "'\"a\":1,\"\\u0061\":2', false",
        "'\"\\u0061\":1,\"\\u0061\":2', false",
        "'\"\\u0061\":1,\"b\":2,\"b\":3', false",
        "'\"\\u0061\":{\"a\":1},\"b\":2', true",
        "'\"\\u0061\":{\"\\u0061\":1},\"b\":2,\"a\":3', false",
        "'\"\\u0061\":{\"\\u0061\":1,\"b\":1},\"b\":{\"a\":1,\"b\":2}', true",
        "'\"Aa\":1,\"BB\":2', true",
        "'\"Aa\":1,\"BB\":2,\"Aa\":3', false",
        "'\"Aa\":{\"BB\":1},\"BB\":{\"Aa\":1,\"BB\":2}', true"
    })
    void aNameIsTheSameWithEscapesOrWithoutAndNotByItsHashCode(String members, boolean wellFormed) {
        byte[] body = ("{\"type\":\"t\",\"data\":{" + members + "}}").getBytes(StandardCharsets.UTF_8);

        assertThat(type(body).isPresent()).isEqualTo(wellFormed);
        assertThat(type(body)).isEqualTo(JacksonOracle.type(body));
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64, 65})
    void theDepthEndsAt64(int nested) {
        byte[] body = ("{\"type\":\"t\",\"data\":" + "[".repeat(nested) + "]".repeat(nested) + "}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(type(body).isPresent()).isEqualTo(nested <= 63);
        assertThat(type(body)).isEqualTo(JacksonOracle.type(body));
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 101})
    void aNumberEndsAt100Characters(int length) {
        byte[] body = ("{\"type\":\"t\",\"data\":" + "9".repeat(length) + "}").getBytes(StandardCharsets.UTF_8);

        assertThat(type(body).isPresent()).isEqualTo(length <= 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "1E-999", "1e+1", "0e0", "-0.5e001"})
    void anExponentOfThreeDigitsPasses(String number) {
        assertThat(type(("{\"type\":\"t\",\"data\":" + number + "}").getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000", "1e", "1e+", "1.e1", "-", "1.", "--1", "-a"})
    void aNumberThatNobodyMeansIsRejected(String number) {
        assertThat(type(("{\"type\":\"t\",\"data\":" + number + "}").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 31, 32, 33, 255, 256, 257, 1000})
    void aByteThatIsNotUtf8IsFoundAnywhere(int before) {
        byte[] body = ("{\"type\":\"t\",\"data\":\"" + "x".repeat(before) + "ü\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(type(body)).hasValue("t");
        body[body.length - 4] = (byte) 0xC0;
        assertThatThrownBy(() -> EnvelopeReader.read(body)).hasMessage("the body is not UTF-8");
    }

    @Test
    void halfACharacterInANameOrAValueLosesNoPayment() throws MalformedJsonException {
        byte[] body = "{\"type\":\"t\",\"data\":{\"\\ud800\":\"\\udc00\",\"order_id\":\"O\"}}"
                .getBytes(StandardCharsets.UTF_8);
        Envelope envelope = EnvelopeReader.read(body);

        assertThat(PaymentFields.read(body, envelope.dataStart(), envelope.dataEnd())
                        .text("order_id"))
                .isEqualTo("O");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"\\ud83d\\ude00\":1', true",
        "'\"\\uDE00\\uD83D\":1', true",
        "'\"\\ud83d\\ud83d\\ude00\":[\"\\\\ud83d\"]', true",
        "'\"\\udc00x\":1', true",
        "'\"\\ud80g\":1', false",
        "'\"\\ud800\":1,\"\\u00\":1', false",
        "'\"\\ud800\":1,\"a\":1,\"a\":1', false",
        "'\"\\ud800\":1,', false"
    })
    void halfACharacterIsNoReasonToRejectAndHidesNoOther(String members, boolean wellFormed) {
        assertThat(type(("{\"type\":\"t\",\"data\":{" + members + "}}").getBytes(StandardCharsets.UTF_8))
                        .isPresent())
                .isEqualTo(wellFormed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void anotherEncodingIsRejectedThoughItIsUtf8WithManyZeros(String charset) {
        for (String start : List.of("{", " {", "   {", "    {")) {
            byte[] body = (start + "\"type\":\"t\"}").getBytes(java.nio.charset.Charset.forName(charset));
            assertThat(type(body)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_id", "id", "status", "metadata", "object", "caf\\u00e9"})
    void aNameMayStandAgainInAnInnerObject(String name) throws MalformedJsonException {
        String inner = "{\"" + name + "\":\"inner\"}";
        byte[] body =
                ("{\"type\":\"t\",\"id\":\"e\",\"data\":{\"id\":\"outer\",\"object\":{\"order_id\":\"O\",\"id\":\"ps\",\"status\":\"s\","
                                + "\"café\":1,\"other\":" + inner + ",\"metadata\":" + inner + "}}}")
                        .getBytes(StandardCharsets.UTF_8);
        Envelope envelope = EnvelopeReader.read(body);
        PaymentFields fields = PaymentFields.read(body, envelope.dataStart(), envelope.dataEnd());

        assertThat(fields.text("order_id")).isEqualTo("O");
        assertThat(fields.text("id")).isEqualTo("ps");
        assertThat(fields.metadata()).containsExactly(Map.entry(name.replace("\\u00e9", "é"), "inner"));
    }

    @Test
    void whateverIsAnEventHasItsFields() {
        JsonMaker maker = new JsonMaker(random(7));
        for (int i = 0; i < 400; i++) {
            byte[] body = maker.payment().getBytes(StandardCharsets.UTF_8);

            assertThat(fields(body)).as(text(body)).isEqualTo(JacksonOracle.fields(body));
        }
    }

    /** Each inner object used to forget what was known of the names around it. */
    @Test
    void namesAmongInnerObjectsAreToldApartWithoutLookingAtAllOfThemAgain() {
        int names = 60_000;
        StringBuilder data = new StringBuilder("{\"type\":\"t\",\"data\":{");
        for (int i = 0; i < names; i++) {
            data.append("\"a").append(i).append("\":{},");
        }
        byte[] once = (data + "\"last\":{}}}").getBytes(StandardCharsets.UTF_8);
        byte[] twice = (data + "\"a0\":{}}}").getBytes(StandardCharsets.UTF_8);

        assertThat(type(once)).isPresent();
        assertThatThrownBy(() -> EnvelopeReader.read(twice)).hasMessage("an object has a member name twice");
    }

    @Test
    void aNameThatManyBeforeItHadIsFoundBehindInnerObjects() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            many.append("\"n").append(i).append("\":{},");
        }
        byte[] inner = ("{\"type\":\"t\",\"data\":{" + many + "\"x\":{" + many + "\"n30\":1},\"n30\":1}}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] twice = ("{\"type\":\"t\",\"data\":{" + many + "\"x\":{" + many + "\"n30\":1},\"n7\":1}}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(type(inner)).isPresent();
        assertThat(type(twice)).isEmpty();
    }

    @Test
    void everyCutOffIsRejected() {
        byte[] whole = "{\"type\":\"t\\u00fc\\n\",\"data\":[true,false,null,-1.5e3,{\"a\":\"b\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(type(whole)).isPresent();

        for (int length = 0; length < whole.length; length++) {
            assertThat(type(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Optional<String> type(byte[] body) {
        try {
            return Optional.of(EnvelopeReader.read(body).type());
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    private static byte[] damage(byte[] event, RandomGenerator random) {
        int at = random.nextInt(event.length);
        byte[] mutated = event.clone();
        switch (random.nextInt(5)) {
            case 0 -> mutated[at] = (byte) random.nextInt(256);
            case 1 -> mutated[at] = (byte) "{}[]\",:\\u0-+.eE1 \ntn".charAt(random.nextInt(20));
            case 2 -> mutated = Arrays.copyOf(event, Math.max(1, at));
            case 3 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
            default -> System.arraycopy(event, at, mutated, random.nextInt(at + 1), event.length - at);
        }
        return mutated;
    }

    private static Map<String, String> fields(byte[] body) {
        try {
            Envelope envelope = EnvelopeReader.read(body);
            PaymentFields fields = PaymentFields.read(body, envelope.dataStart(), envelope.dataEnd());
            return JsonMaker.PAYMENT_NAMES.stream()
                    .filter(name -> fields.text(name) != null)
                    .collect(Collectors.toMap(name -> name, name -> String.valueOf(fields.text(name))));
        } catch (MalformedJsonException e) {
            throw new AssertionError(text(body), e);
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
