package com.paycrypt.sdk.spring.observation;

import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that the default convention gives calls, each of a short closed list. */
final class CallNames {
    private static final String NONE = "none";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private CallNames() {}

    static String outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return "ok";
        }
        return failure instanceof PayCryptException known
                ? known.outcome().name().toLowerCase(Locale.ROOT)
                : "cancelled";
    }

    static String status(Optional<AttemptInfo> attempt) {
        return attempt.map(AttemptInfo::status)
                .filter(status -> status != 0)
                .map(String::valueOf)
                .orElse(NONE);
    }

    static String errorType(CallObservationContext context) {
        Throwable failure = context.getError();
        if (failure == null) {
            return NONE;
        }
        if (failure instanceof PayCryptApiException responded) {
            return Integer.toString(responded.status());
        }
        return context.lastAttempt()
                .filter(attempt -> attempt.failure().isPresent())
                .map(AttemptInfo::result)
                .orElseGet(() -> failure.getClass().getName());
    }

    static String host(URI server) {
        return Objects.requireNonNullElse(server.getHost(), NONE);
    }

    static String port(URI server) {
        if (server.getPort() >= 0) {
            return Integer.toString(server.getPort());
        }
        return Integer.toString("http".equalsIgnoreCase(server.getScheme()) ? HTTP : HTTPS);
    }
}
