package com.paycrypt.sdk;

/** Throws without declaring, as code in Kotlin, Scala or Groovy does. */
final class Thrown {
    private Thrown() {}

    static void undeclared(Throwable thrown) {
        Thrown.<RuntimeException>as(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void as(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
