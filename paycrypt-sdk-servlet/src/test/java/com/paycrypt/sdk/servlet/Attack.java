package com.paycrypt.sdk.servlet;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.http.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** What is sent in place of a genuine delivery, and what is answered. */
enum Attack {
    A_WRONG_KEY(401) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.with(Delivery.KEY, "pk_test_2");
        }
    },
    NO_KEY(401) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.without(Delivery.KEY);
        }
    },
    TWO_KEYS(401) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.adding(Delivery.KEY, Deployment.CREDENTIALS.key());
        }
    },
    A_WRONG_SECRET(401) {
        @Override
        Delivery on(Delivery genuine) {
            return Delivery.of(genuine.text(), Credentials.of("pk_test_1", "sk_test_2"), Clock.systemUTC());
        }
    },
    A_SIGNATURE_IN_UPPER_CASE(401) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.with(
                    Delivery.SIGNATURE, genuine.header(Delivery.SIGNATURE).toUpperCase(Locale.ROOT));
        }
    },
    NO_SIGNATURE(401) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.without(Delivery.SIGNATURE);
        }
    },
    TWO_SIGNATURES(401) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.adding(Delivery.SIGNATURE, genuine.header(Delivery.SIGNATURE));
        }
    },
    NO_TIMESTAMP(400) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.without(Delivery.TIMESTAMP);
        }
    },
    TWO_TIMESTAMPS(401) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.adding(Delivery.TIMESTAMP, "1723650000");
        }
    },
    A_TIMESTAMP_WITH_A_SIGN(400) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.with(Delivery.TIMESTAMP, "+" + genuine.header(Delivery.TIMESTAMP));
        }
    },
    A_TIMESTAMP_WITH_A_LEADING_ZERO(400) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.with(Delivery.TIMESTAMP, "0" + genuine.header(Delivery.TIMESTAMP));
        }
    },
    A_TIMESTAMP_OF_TWENTY_DIGITS(400) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.with(Delivery.TIMESTAMP, "99999999999999999999");
        }
    },
    A_STALE_DELIVERY(400) {
        @Override
        Delivery on(Delivery genuine) {
            return signedAt(genuine, Duration.ofSeconds(-310));
        }
    },
    A_DELIVERY_FROM_THE_FUTURE(400) {
        @Override
        Delivery on(Delivery genuine) {
            return signedAt(genuine, Duration.ofSeconds(600));
        }
    },
    A_TAMPERED_BODY(401) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.withBody(genuine.text().replace("evt_1", "evt_2").getBytes(StandardCharsets.UTF_8));
        }
    },
    A_BODY_WITH_A_NEWLINE_MORE(401) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.withBody((genuine.text() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    },
    AN_EMPTY_BODY(401) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.withBody(new byte[0]);
        }
    },
    SIGNED_TEXT_THAT_IS_NO_JSON(400) {
        @Override
        Delivery on(Delivery genuine) {
            return signed("type=payment.succeeded");
        }
    },
    SIGNED_JSON_WITHOUT_A_TYPE(400) {
        @Override
        Delivery on(Delivery genuine) {
            return signed("{\"id\":\"evt_1\"}");
        }
    },
    SIGNED_JSON_WITH_A_FIELD_TWICE(400) {
        @Override
        Delivery on(Delivery genuine) {
            return signed("{\"type\":\"payment.failed\",\"type\":\"payment.succeeded\"}");
        }
    },
    A_DECLARED_BODY_OVER_THE_LIMIT(413) {
        @Override
        Delivery on(Delivery genuine) {
            return signed(" ".repeat(Deployment.LIMIT - genuine.body().length + 1) + genuine.text());
        }
    },
    A_CHUNKED_BODY_OVER_THE_LIMIT(413) {
        @Override
        Delivery on(Delivery genuine) {
            return A_DECLARED_BODY_OVER_THE_LIMIT.on(genuine).chunked();
        }
    },
    A_GET(405) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.by("GET");
        }
    },
    A_HEAD(405) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.by("HEAD");
        }
    },
    A_PUT(405) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.by("PUT");
        }
    },
    OPTIONS(405) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.by("OPTIONS");
        }
    },
    A_METHOD_NOBODY_KNOWS(405) {
        @Override
        Delivery on(Delivery genuine) {
            return genuine.by("BREW");
        }
    };

    private final int status;

    Attack(int status) {
        this.status = status;
    }

    abstract Delivery on(Delivery genuine);

    int status() {
        return status;
    }

    /** Of a rejection: constant per status, so that it tells an attacker nothing. */
    String answer() {
        if (this == A_HEAD) {
            return "";
        }
        return switch (status) {
            case 400 -> "{\"error\":\"bad_request\"}";
            case 401 -> "{\"error\":\"unauthorized\"}";
            case 405 -> "{\"error\":\"method_not_allowed\"}";
            default -> "{\"error\":\"too_large\"}";
        };
    }

    private static Delivery signed(String body) {
        return Delivery.of(body, Deployment.CREDENTIALS, Clock.systemUTC());
    }

    private static Delivery signedAt(Delivery delivery, Duration offset) {
        return Delivery.of(delivery.text(), Deployment.CREDENTIALS, Clock.offset(Clock.systemUTC(), offset));
    }
}
