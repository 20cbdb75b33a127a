package com.paycrypt.sdk.webhook;

import java.time.Instant;
import java.util.Optional;

/** A verified event. */
public final class WebhookEvent {
    private WebhookEvent() {}

    public String type() {
        throw new UnsupportedOperationException();
    }
    /** The event's id; empty where the sender gave none. Belongs to the session, not to the event. */
    public String id() {
        throw new UnsupportedOperationException();
    }

    public Optional<Instant> created() {
        throw new UnsupportedOperationException();
    }

    public Payment payment() {
        throw new UnsupportedOperationException();
    }
    /** The raw JSON of data. */
    public String data() {
        throw new UnsupportedOperationException();
    }

    public <T> T dataAs(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    public byte[] rawBody() {
        throw new UnsupportedOperationException();
    }
}
