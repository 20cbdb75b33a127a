package com.paycrypt.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.paycrypt.sandbox.api.Rejection.Reason;
import com.paycrypt.sandbox.model.Dialect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * The amount of a create. By the guide it is a string; the sandbox takes a plain decimal above zero with at most two
 * decimals. Running servers also take numbers and round further decimals away without a word.
 */
final class Amounts {
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?");
    private static final int MAX_DIGITS = 18;
    private static final int DECIMALS = 2;

    private final JsonNode json;
    private final Dialect dialect;

    Amounts(JsonNode json, Dialect dialect) {
        this.json = json;
        this.dialect = dialect;
    }

    boolean isOverlong() {
        return isPlain() && value().setScale(DECIMALS, RoundingMode.HALF_EVEN).precision() > MAX_DIGITS;
    }

    BigDecimal checked() throws RejectedException {
        if (!isPlain() || (!dialect.isSeenRunning() && value().scale() > DECIMALS)) {
            throw RejectedException.of(Reason.INVALID_AMOUNT);
        }
        BigDecimal amount = value().setScale(Math.min(value().scale(), DECIMALS), RoundingMode.HALF_EVEN);
        if (amount.signum() <= 0 && dialect != Dialect.OLDER) {
            throw RejectedException.of(Reason.INVALID_AMOUNT);
        }
        return amount;
    }

    private boolean isPlain() {
        boolean typed = json.isTextual() || (json.isNumber() && dialect.isSeenRunning());
        return typed && PLAIN.matcher(text()).matches();
    }

    private BigDecimal value() {
        return new BigDecimal(text());
    }

    private String text() {
        return json.isBigDecimal() ? json.decimalValue().toPlainString() : json.asText();
    }
}
