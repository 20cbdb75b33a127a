package com.paycrypt.examples.doctor;

import java.util.function.Consumer;

/**
 * One question to a receiver.
 *
 * @param name its name in options and reports
 * @param sends what is sent
 * @param fix what to do if the receiver gets it wrong
 * @param needs what it cannot do without
 * @param check sends, looks, and reports to the probe what is wrong
 */
record Scenario(String name, String sends, String fix, Needs needs, Consumer<Probe> check) {
    /** What a scenario cannot do without. */
    enum Needs {
        /** The statuses say enough. */
        STATUS(""),
        /** Only what the shop handled says anything. */
        EVENTS("needs --events: a status cannot show it"),
        /** The shop must have the order. */
        ORDER("needs --events and --order: it asks what becomes of an order of the shop");

        final String missing;

        Needs(String missing) {
            this.missing = missing;
        }

        boolean areMetBy(Subject subject) {
            return switch (this) {
                case STATUS -> true;
                case EVENTS -> subject.log().isPresent();
                case ORDER -> subject.log().isPresent() && subject.order().isGiven();
            };
        }
    }

    static Scenario of(String name, String sends, String fix, Consumer<Probe> check) {
        return new Scenario(name, sends, fix, Needs.STATUS, check);
    }

    Scenario needing(Needs more) {
        return new Scenario(name, sends, fix, more, check);
    }
}
