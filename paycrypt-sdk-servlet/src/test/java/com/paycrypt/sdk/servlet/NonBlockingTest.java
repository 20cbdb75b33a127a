package com.paycrypt.sdk.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.servlet.http.Answer;
import com.paycrypt.sdk.servlet.http.Await;
import com.paycrypt.sdk.servlet.http.Delivery;
import com.paycrypt.sdk.servlet.http.Wire;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A read listener behind the filter is called as the container itself would. */
@Tag("container")
@ParameterizedClass
@EnumSource(Wire.class)
class NonBlockingTest {
    @RegisterExtension
    static final Deployment SHOP = new Deployment()
            .filter("/reading/*")
            .code("/reading/within", (request, response) -> within(new Listener(request, "")))
            .code("/reading/later", (request, response) -> later(request, new Listener(request, "")))
            .code("/reading/pieces", (request, response) -> within(new Pieces(request)))
            .code("/reading/elsewhere", (request, response) -> within(new Elsewhere(request)))
            .code("/reading/throwing-on-data", (request, response) -> within(new Listener(request, "onDataAvailable")))
            .code("/reading/throwing-at-end", (request, response) -> within(new Listener(request, "onAllDataRead")))
            .code("/reading/rules", NonBlockingTest::rules)
            .code(
                    "/reading/blocking",
                    (request, response) -> response.getOutputStream()
                            .write(request.getInputStream().readAllBytes()));

    private final Wire wire;
    private final Delivery genuine = Deployment.delivery(UUID.randomUUID().toString());

    NonBlockingTest(Wire wire) {
        this.wire = wire;
    }

    private static void within(Listener listener) throws IOException {
        listener.stream().setReadListener(listener);
        listener.note("service");
    }

    private static void later(HttpServletRequest request, Listener listener) {
        request.getAsyncContext().start(() -> listener.listen("service"));
    }

    @Test
    void itIsCalledOnceTheCodeThatSetItReturned() {
        assertThat(answer("/reading/within")).isEqualTo("service onDataAvailable onAllDataRead " + genuine.text());
    }

    @Test
    void itCanBeSetByAnotherThread() {
        assertThat(answer("/reading/later")).isEqualTo("service onDataAvailable onAllDataRead " + genuine.text());
    }

    @Test
    void oneThatLeavesSomethingToAnotherThreadIsToldOfTheEndAllTheSame() {
        assertThat(answer("/reading/pieces")).isEqualTo("service onDataAvailable onAllDataRead " + genuine.text());
    }

    /** It may still be busy with what it took. */
    @Test
    void aThreadOfItsOwnThatTookTheRestIsNotOvertaken() {
        assertThat(answer("/reading/elsewhere")).isEqualTo("service onDataAvailable " + genuine.text());
    }

    @Test
    void aCopyOfADeliveryThatAListenerTookIsAcknowledged() {
        answer("/reading/within");

        assertThat(settledCopy("/reading/within").body()).isEqualTo("{\"ok\":true}");
    }

    @Test
    void oneThatThrowsIsToldAndTheDeliveryMayComeAgain() {
        Answer failed = wire.send(genuine, SHOP.url("/reading/throwing-on-data"));
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.body()).isEqualTo("service onDataAvailable onError:onDataAvailable ");

        assertThat(settledCopy("/reading/blocking").body()).isEqualTo(genuine.text());
    }

    @Test
    void oneThatThrowsAtTheEndIsToldAndTheDeliveryMayComeAgain() {
        Answer failed = wire.send(genuine, SHOP.url("/reading/throwing-at-end"));
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.body())
                .isEqualTo("service onDataAvailable onAllDataRead onError:onAllDataRead " + genuine.text());

        assertThat(settledCopy("/reading/blocking").body()).isEqualTo(genuine.text());
    }

    @Test
    void itNeedsAnAsynchronousRequestAndComesAlone() {
        assertThat(answer("/reading/rules")).isEqualTo("onDataAvailable onAllDataRead " + genuine.text());
    }

    private static void rules(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ReadListener early = new NoListener();
        assertThatThrownBy(() -> request.getInputStream().setReadListener(early))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("startAsync()");
        Listener listener = new Listener(request, "");
        listener.stream().setReadListener(listener);
        assertThatThrownBy(() -> listener.stream().setReadListener(early)).isInstanceOf(IllegalStateException.class);
    }

    private String answer(String path) {
        Answer answer = wire.send(genuine, SHOP.url(path));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Answer settledCopy(String path) {
        return wire.sendOnceSettled(genuine, SHOP.url(path));
    }

    /** Notes its calls and what it read, and throws in one of them if it is told to. */
    private static class Listener implements ReadListener {
        private final AsyncContext context;
        private final ServletInputStream stream;
        private final String mistake;
        private final List<String> calls = new CopyOnWriteArrayList<>();
        private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

        Listener(HttpServletRequest request, String mistake) throws IOException {
            this.context = request.startAsync();
            this.stream = request.getInputStream();
            this.mistake = mistake;
        }

        final ServletInputStream stream() {
            return stream;
        }

        final void note(String call) {
            calls.add(call);
        }

        final void listen(String call) {
            note(call);
            stream.setReadListener(this);
        }

        @Override
        public void onDataAvailable() throws IOException {
            called("onDataAvailable");
            read();
        }

        final void read() throws IOException {
            byte[] piece = new byte[16];
            while (stream.isReady()) {
                seen.write(piece, 0, stream.read(piece));
            }
        }

        final void readOne() throws IOException {
            seen.write(stream.read());
        }

        final void read(int length) throws IOException {
            byte[] piece = new byte[length];
            seen.write(piece, 0, stream.read(piece));
        }

        final AsyncContext context() {
            return context;
        }

        @Override
        public void onAllDataRead() throws IOException {
            called("onAllDataRead");
            answer();
        }

        private void called(String call) {
            note(call);
            if (call.equals(mistake)) {
                throw new IllegalStateException(call);
            }
        }

        @Override
        public void onError(Throwable failure) {
            note("onError:" + failure.getMessage());
            try {
                answer();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        final void answer() throws IOException {
            context.getResponse().setContentType("text/plain;charset=UTF-8");
            context.getResponse()
                    .getOutputStream()
                    .write((String.join(" ", calls) + " ").getBytes(StandardCharsets.UTF_8));
            context.getResponse().getOutputStream().write(seen.toByteArray());
            context.complete();
        }
    }

    /** Reads one byte when it is called, and the rest on a thread of its own. */
    private static final class Pieces extends Listener {
        Pieces(HttpServletRequest request) throws IOException {
            super(request, "");
        }

        @Override
        public void onDataAvailable() throws IOException {
            note("onDataAvailable");
            readOne();
            context().start(this::rest);
        }

        private void rest() {
            try {
                read();
            } catch (IOException e) {
                onError(e);
            }
        }
    }

    /** Reads all there is on a thread of its own, which does not look for the end and answers by itself. */
    private static final class Elsewhere extends Listener {
        private final int length;
        private final CountDownLatch taken = new CountDownLatch(1);

        Elsewhere(HttpServletRequest request) throws IOException {
            super(request, "");
            this.length = request.getContentLength();
        }

        @Override
        public void onDataAvailable() throws IOException {
            note("onDataAvailable");
            context().start(this::take);
            try {
                Await.latch(taken);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        private void take() {
            try {
                read(length);
                taken.countDown();
                answer();
            } catch (IOException e) {
                onError(e);
            }
        }
    }

    /** Never called. */
    private static final class NoListener implements ReadListener {
        @Override
        public void onDataAvailable() {
            throw new AssertionError("called");
        }

        @Override
        public void onAllDataRead() {
            throw new AssertionError("called");
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError("called", failure);
        }
    }
}
