package com.paycrypt.sandbox.checkout;

import static java.util.Map.entry;

import com.paycrypt.sandbox.http.Form;
import com.paycrypt.sandbox.ledger.Move;
import com.paycrypt.sandbox.ledger.Moves;
import com.paycrypt.sandbox.model.Coin;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes moves out of forms. */
final class Actions {
    private static final int DAY = 86_400;
    private static final int MAX_BLOCKS = 1_000;
    private static final Map<String, Function<Form, Optional<Move>>> ALL = Map.ofEntries(
            entry("choose", form -> form.field("method").flatMap(Coin::of).map(Moves::choose)),
            entry("pay", Actions::pay),
            entry("send", Actions::send),
            entry("confirm", Actions::confirm),
            entry("expire", Actions::expire),
            entry("detect", form -> Optional.of(Moves.detect())),
            entry("underpay", form -> Optional.of(Moves.underpay())),
            entry("overpay", form -> Optional.of(Moves.overpay())),
            entry("twice", form -> Optional.of(Moves.twice())),
            entry("late", form -> Optional.of(Moves.late())),
            entry("stray", form -> Optional.of(Moves.stray())),
            entry("fail", form -> Optional.of(Moves.fail())),
            entry("cancel", form -> Optional.of(Moves.cancel())));

    private Actions() {}

    /** Returns what makes the move of a path, which is empty if a field cannot be used. */
    static Optional<Function<Form, Optional<Move>>> of(String path) {
        return Optional.ofNullable(ALL.get(path));
    }

    private static Optional<Move> pay(Form form) {
        return form.field("amount").isEmpty()
                ? Optional.of(Moves.pay())
                : amount(form).map(Moves::pay);
    }

    private static Optional<Move> send(Form form) {
        int confirmations = form.number("confirmations", 0, MAX_BLOCKS).orElse(MAX_BLOCKS);
        return form.field("method")
                .flatMap(Coin::of)
                .flatMap(coin -> amount(form).map(amount -> Moves.send(coin, amount, confirmations)));
    }

    private static Optional<Move> confirm(Form form) {
        return form.field("blocks").isEmpty()
                ? Optional.of(Moves.confirm(MAX_BLOCKS))
                : form.number("blocks", 1, MAX_BLOCKS).map(Moves::confirm);
    }

    private static Optional<Move> expire(Form form) {
        return form.field("seconds").isEmpty()
                ? Optional.of(Moves.expireIn(Duration.ZERO))
                : form.number("seconds", 0, DAY).map(Duration::ofSeconds).map(Moves::expireIn);
    }

    private static Optional<BigDecimal> amount(Form form) {
        return form.field("amount")
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,18}(\\.[0-9]{1,18})?"))
                .map(BigDecimal::new)
                .filter(amount -> amount.signum() > 0);
    }
}
