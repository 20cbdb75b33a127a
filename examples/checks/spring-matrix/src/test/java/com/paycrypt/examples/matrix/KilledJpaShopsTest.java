package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A shop on JPA is killed at every step and started again: what its listener does is there exactly once. By default it is
 * killed once at each of the six steps that matter, three on each database; {@code -Dkilled.kills=6} does all of them on
 * each, and {@code -Dkilled.kills=100} kills it at every step, again and again.
 */
@Tag("jpa")
class KilledJpaShopsTest {
    private static final int KILLS = Integer.getInteger("killed.kills", 3);
    private static final int FEW = 6;

    @ParameterizedTest
    @EnumSource
    void whateverDiesWhenTheEffectIsThereOnce(DatabaseServer.Kind kind) throws Exception {
        try (DatabaseServer database = DatabaseServer.start(kind);
                KilledJpaShop shop = KilledJpaShop.start(database.url())) {
            List<Runnable> kills = kills(shop, kind);
            for (int i = 0; i < KILLS; i++) {
                kills.get(i % kills.size()).run();
            }
            System.out.println("Killed shops with JPA on " + kind + ", Boot " + Cell.BOOT + ": " + shop.counts());
            assertThat(shop.counts().killed()).isEqualTo(KILLS);
            assertThat(shop.counts().twice() + shop.counts().lost()).isZero();
        }
    }

    /** What the transaction is for, and that the shop is killed where it matters. By default on PostgreSQL alone. */
    @ParameterizedTest
    @EnumSource
    void withoutTheTransactionItIsThereTwice(DatabaseServer.Kind kind) throws Exception {
        Assumptions.assumeTrue(
                kind == DatabaseServer.Kind.POSTGRESQL || KILLS > FEW, "run with -Dkilled.kills of more than " + FEW);
        try (DatabaseServer database = DatabaseServer.start(kind);
                KilledJpaShop shop =
                        KilledJpaShop.start(database.url(), "--paycrypt.webhook.inbox.application-transaction=false")) {
            shop.killReceiving(effect(shop.stepsOfReceiving()));
            assertThat(shop.counts()).isEqualTo(new KilledJpaShop.Counts(1, 1, 1, 0));
        }
    }

    /** Those that matter most first: on one database what comes in, on the other what is processed later. */
    private static List<Runnable> kills(KilledJpaShop shop, DatabaseServer.Kind kind) throws Exception {
        List<String> receiving = shop.stepsOfReceiving();
        List<String> processing = shop.stepsOfProcessing();
        List<Runnable> kills = new ArrayList<>();
        around(effect(receiving), receiving).forEach(step -> kills.add(() -> shop.killReceiving(step)));
        around(effect(processing), processing).forEach(step -> kills.add(() -> shop.killProcessing(step)));
        if (kind == DatabaseServer.Kind.MARIADB) {
            Collections.rotate(kills, kills.size() / 2);
        }
        if (KILLS > kills.size()) {
            receiving.forEach(step -> kills.add(() -> shop.killReceiving(step)));
            processing.forEach(step -> kills.add(() -> shop.killProcessing(step)));
        }
        return kills;
    }

    /**
     * Right after the commit of the effect, right before it, and with the delivery's row alone. What other connections do
     * meanwhile stands among the steps as well, so each is found by its name.
     */
    private static Stream<String> around(String effect, List<String> steps) {
        return Stream.of(effect, effect.substring(KilledJpaShop.EFFECT.length()), row(steps));
    }

    private static String effect(List<String> steps) {
        return steps.stream()
                .filter(step -> step.startsWith(KilledJpaShop.EFFECT))
                .findFirst()
                .orElseThrow();
    }

    /** Workers look for what is due by updates, too. */
    private static String row(List<String> steps) {
        return Stream.of("insert into paycrypt_webhook_inbox", "update paycrypt_webhook_inbox")
                .flatMap(start -> steps.stream()
                        .filter(step -> step.toLowerCase(Locale.ROOT).startsWith(start)))
                .findFirst()
                .orElseThrow();
    }
}
