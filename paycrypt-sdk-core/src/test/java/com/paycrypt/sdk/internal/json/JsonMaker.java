package com.paycrypt.sdk.internal.json;

import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/** Makes events of every shape that JSON allows. */
final class JsonMaker {
    /** Few, so that inner and outer objects have the same. */
    static final List<String> PAYMENT_NAMES = List.of("id", "order_id", "status", "metadata", "amount", "object");

    private static final int DEPTH = 5;

    private final RandomGenerator random;

    JsonMaker(RandomGenerator random) {
        this.random = random;
    }

    String event() {
        StringJoiner members = new StringJoiner("," + blanks(), blanks() + "{" + blanks(), blanks() + "}" + blanks());
        int before = random.nextInt(3);
        for (int i = 0; i < before; i++) {
            members.add(member("m" + i, value(DEPTH)));
        }
        members.add(member(random.nextInt(9) == 0 ? "ty\\u0070e" : "type", "\"t" + characters() + "\""));
        members.add(member("data", value(DEPTH)));
        return members.toString();
    }

    /** An event whose data have the names of a payment's, at any depth. */
    String payment() {
        return "{\"type\":\"t\",\"data\":" + payment(3) + "}";
    }

    private String payment(int depth) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        for (String name : PAYMENT_NAMES) {
            if (random.nextInt(3) > 0) {
                members.add(member(name, depth == 0 || random.nextBoolean() ? value(1) : payment(depth - 1)));
            }
        }
        return members.toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 6)) {
            case 0 -> "\"" + characters() + "\"";
            case 1 -> number();
            case 2 -> new String[] {"true", "false", "null"}[random.nextInt(3)];
            case 3 -> array(depth - 1);
            default -> object(depth - 1);
        };
    }

    private String object(int depth) {
        StringJoiner members = new StringJoiner("," + blanks(), "{" + blanks(), "}");
        int count = random.nextInt(20) == 0 ? 40 : random.nextInt(5);
        for (int i = 0; i < count; i++) {
            members.add(member(i + characters(), value(depth)));
        }
        return members.toString();
    }

    private String array(int depth) {
        StringJoiner values = new StringJoiner(blanks() + ",", "[", blanks() + "]");
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(depth));
        }
        return values.toString();
    }

    private String member(String name, String value) {
        return "\"" + name + "\"" + blanks() + ":" + blanks() + value + blanks();
    }

    private String number() {
        return (random.nextBoolean() ? "-" : "")
                + (random.nextInt(3) == 0 ? "0" : Integer.toString(random.nextInt(1, Integer.MAX_VALUE)))
                + (random.nextInt(3) == 0 ? "." + random.nextInt(1000) : "")
                + (random.nextInt(4) == 0
                        ? new String[] {"e", "E", "e+", "E-"}[random.nextInt(4)] + random.nextInt(999)
                        : "");
    }

    private String characters() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4) == 0 ? random.nextInt(40) : random.nextInt(4); i > 0; i--) {
            text.append(character());
        }
        return text.toString();
    }

    private String character() {
        return switch (random.nextInt(8)) {
            case 0 -> new String[] {"\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"}[random.nextInt(8)];
            case 1 ->
                "\\u" + Integer.toHexString(0x10000 + random.nextInt(0xD800)).substring(1);
            case 2 -> Character.toString(0xA0 + random.nextInt(0xD000));
            case 3 -> Character.toString(0x10000 + random.nextInt(0x10000));
            case 4 -> Character.toString(0x20 + random.nextInt(2));
            default -> Character.toString('a' + random.nextInt(26));
        };
    }

    private String blanks() {
        return random.nextInt(3) == 0 ? " \n\t\r".substring(random.nextInt(4)) : "";
    }
}
