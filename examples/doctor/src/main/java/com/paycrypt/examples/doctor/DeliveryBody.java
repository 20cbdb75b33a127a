package com.paycrypt.examples.doctor;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The body of a delivery, sent once; knows afterwards whether the receiver took all of it. */
final class DeliveryBody extends RequestBody {
    private static final int PIECE = 16 << 10;

    private final Delivery delivery;
    private volatile boolean sentWhole;

    DeliveryBody(Delivery delivery) {
        this.delivery = delivery;
    }

    boolean isSentWhole() {
        return sentWhole;
    }

    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return delivery.framing == Delivery.Framing.CHUNKED ? -1 : delivery.size();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        byte[] body = delivery.body();
        for (int from = 0; from < body.length; from += PIECE) {
            sink.write(body, from, Math.min(PIECE, body.length - from));
            sink.flush();
        }
        sentWhole = true;
    }
}
