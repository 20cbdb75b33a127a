package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.servlet.http.Answer;
import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.Wire;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Behind the filter the body is there, whole, by every way the Servlet API has to it. */
@Tag("container")
@ParameterizedClass
@EnumSource(Wire.class)
class BodyTest {
    @RegisterExtension
    static final Deployment SHOP = new Deployment()
            .filter("/body/*")
            .code("/body/stream", (request, response) -> send(response, bytes(request)))
            .code("/body/bytewise", BodyTest::byteByByte)
            .code("/body/reader", (request, response) -> send(response, text(request)))
            .code("/body/told-charset", BodyTest::withCharsetOfTheShop)
            .code("/body/charset-object", BodyTest::withCharsetObject)
            .code("/body/late-charset", BodyTest::withCharsetTooLate)
            .code("/body/parameters-first", BodyTest::parametersFirst)
            .code("/body/lengths", BodyTest::lengths)
            .code("/body/wrapped", (request, response) -> wrapped(new HttpServletRequestWrapper(request), response))
            .code("/body/stream-contract", BodyTest::contractOfTheStream)
            .code("/body/one-door", BodyTest::streamOrReader)
            .code("/body/parts", BodyTest::noParts)
            .code("/body/unknown-charset", BodyTest::unknownCharset);

    private final Wire wire;
    private final Delivery genuine = Deployment.delivery(UUID.randomUUID().toString());

    BodyTest(Wire wire) {
        this.wire = wire;
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        return request.getInputStream().readAllBytes();
    }

    private static String text(HttpServletRequest request) throws IOException {
        return request.getReader().lines().collect(Collectors.joining("\n"));
    }

    private static void send(HttpServletResponse response, String text) throws IOException {
        send(response, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletResponse response, byte[] bytes) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(bytes);
    }

    @Test
    void itsBytesAreThoseThatWereSigned() {
        assertThat(echo("/body/stream", genuine)).isEqualTo(genuine.text());
        assertThat(echo("/body/stream", another().chunked())).contains("Köln 😀");
    }

    @Test
    void itCanBeReadByteByByte() {
        assertThat(echo("/body/bytewise", genuine)).isEqualTo(genuine.text());
    }

    private static void byteByByte(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        for (int b = request.getInputStream().read();
                b >= 0;
                b = request.getInputStream().read()) {
            seen.write(b);
        }
        send(response, seen.toByteArray());
    }

    @Test
    void aReaderTakesUtf8WhereNobodyNamedACharset() {
        assertThat(echo("/body/reader", genuine)).isEqualTo(genuine.text());
    }

    @Test
    void aReaderTakesTheCharsetThatTheSenderNamed() {
        Delivery latin = genuine.with("Content-Type", "application/json;charset=ISO-8859-1");

        assertThat(echo("/body/reader", latin)).isEqualTo(new String(genuine.body(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aReaderTakesTheCharsetThatTheShopSet() {
        Delivery latin = genuine.with("Content-Type", "application/json;charset=ISO-8859-1");

        assertThat(echo("/body/told-charset", latin)).isEqualTo(genuine.text());
    }

    private static void withCharsetOfTheShop(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        assertThatThrownBy(() -> request.setCharacterEncoding("no such charset"))
                .isInstanceOf(UnsupportedEncodingException.class);
        request.setCharacterEncoding("UTF-8");
        assertThat(request.getCharacterEncoding()).isEqualTo("UTF-8");
        send(response, text(request));
    }

    @Test
    void aReaderTakesTheCharsetThatTheShopSetAsServlet61AllowsIt() {
        Delivery latin = genuine.with("Content-Type", "application/json;charset=ISO-8859-1");

        assertThat(echo("/body/charset-object", latin)).isEqualTo(genuine.text());
    }

    private static void withCharsetObject(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Optional<Method> setter = Arrays.stream(ServletRequest.class.getMethods())
                .filter(method -> method.getName().equals("setCharacterEncoding"))
                .filter(method -> method.getParameterTypes()[0] == Charset.class)
                .findAny();
        if (setter.isPresent()) {
            setter.get().invoke(request, StandardCharsets.UTF_8);
        } else {
            request.setCharacterEncoding("UTF-8");
        }
        send(response, text(request));
    }

    @Test
    void aCharsetSetAfterTheReaderWasTakenChangesNothing() {
        Delivery named = genuine.with("Content-Type", "application/json;charset=UTF-8");

        assertThat(echo("/body/late-charset", named)).isEqualTo("UTF-8 " + genuine.text());
    }

    private static void withCharsetTooLate(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        BufferedReader reader = request.getReader();
        request.setCharacterEncoding("ISO-8859-1");
        String text = reader.lines().collect(Collectors.joining("\n"));
        send(response, request.getCharacterEncoding() + " " + text);
    }

    @Test
    void parametersAreThoseOfTheQueryAndLeaveTheBodyWhole() {
        assertThat(echo("/body/parameters-first?shop=7", genuine)).isEqualTo("7 " + genuine.text());
    }

    @Test
    void aBodyThatSaysItIsAFormIsStillThereAfterParametersWereAskedFor() {
        Delivery form = genuine.with("Content-Type", "application/x-www-form-urlencoded");

        assertThat(echo("/body/parameters-first?shop=7", form)).isEqualTo("7 " + genuine.text());
    }

    private static void parametersFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String shop = request.getParameter("shop");
        assertThat(request.getParameterMap()).containsOnlyKeys("shop");
        send(response, shop + " " + new String(bytes(request), StandardCharsets.UTF_8));
    }

    @Test
    void itsLengthIsKnownEvenWhereTheSenderDidNotTell() {
        int length = genuine.body().length;

        assertThat(echo("/body/lengths", genuine.chunked())).isEqualTo(length + " " + length);
    }

    private static void lengths(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(response, request.getContentLength() + " " + request.getContentLengthLong());
    }

    @Test
    void aWrapperOfTheShopChangesNothing() {
        assertThat(echo("/body/wrapped", genuine)).isEqualTo("payment.succeeded " + genuine.text());
    }

    private static void wrapped(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = PayCryptWebhookFilter.event(new HttpServletRequestWrapper(request))
                .type();
        send(response, type + " " + text(request));
    }

    @Test
    void theStreamKeepsItsContract() {
        assertThat(echo("/body/stream-contract", genuine)).isEqualTo("kept");
    }

    private static void contractOfTheStream(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ServletInputStream stream = request.getInputStream();
        int length = request.getContentLength();
        assertThat(request.getInputStream()).isSameAs(stream);
        assertThat(stream.isReady()).isTrue();
        assertThat(stream.available()).isEqualTo(length);
        assertThat(stream.read(new byte[0], 0, 0)).isZero();
        assertThatThrownBy(() -> stream.read(new byte[1], 1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> stream.setReadListener(null)).isInstanceOf(NullPointerException.class);
        assertThat(stream.readLine(new byte[length + 10], 0, length + 10)).isEqualTo(length);
        assertThat(stream.isFinished()).isTrue();
        assertThat(stream.isReady()).isTrue();
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read(new byte[4], 0, 4)).isEqualTo(-1);
        assertThat(stream.read(new byte[0], 0, 0)).isZero();
        send(response, "kept");
    }

    @Test
    void streamAndReaderExcludeEachOther() {
        assertThat(echo("/body/one-door", genuine)).isEqualTo("stream");
        assertThat(echo("/body/one-door?reader", another())).isEqualTo("reader");
    }

    private static void streamOrReader(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getQueryString() == null) {
            request.getInputStream();
            assertThatThrownBy(request::getReader).isInstanceOf(IllegalStateException.class);
            send(response, "stream");
        } else {
            assertThat(request.getReader()).isSameAs(request.getReader());
            assertThatThrownBy(request::getInputStream).isInstanceOf(IllegalStateException.class);
            send(response, "reader");
        }
    }

    @Test
    void aBodyThatSaysItHasPartsHasNoneAndIsStillThere() {
        Delivery multipart = genuine.with("Content-Type", "multipart/form-data; boundary=x");

        assertThat(echo("/body/parts", multipart)).isEqualTo(genuine.text());
        assertThat(echo("/body/parts", another())).contains("payment.succeeded");
    }

    private static void noParts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        assertThatThrownBy(request::getParts)
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("PayCryptWebhookFilter.event(request)");
        assertThatThrownBy(() -> request.getPart("file")).isInstanceOf(ServletException.class);
        send(response, bytes(request));
    }

    @Test
    void aReaderOfACharsetNobodyKnowsFailsAsTheContractSays() {
        Delivery odd = genuine.with("Content-Type", "application/json;charset=no-such-charset");

        assertThat(echo("/body/unknown-charset", odd)).isEqualTo(genuine.text());
    }

    private static void unknownCharset(HttpServletRequest request, HttpServletResponse response) throws IOException {
        assertThatThrownBy(request::getReader).isInstanceOf(UnsupportedEncodingException.class);
        send(response, bytes(request));
    }

    private Delivery another() {
        return Deployment.delivery(UUID.randomUUID().toString());
    }

    private String echo(String path, Delivery delivery) {
        Answer answer = wire.send(delivery, SHOP.url(path));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
