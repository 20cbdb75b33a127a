package com.paycrypt.examples.doctor;

import java.util.Locale;

/** With what a triggered event is signed. */
enum SignAs {
    /** PAYCRYPT_KEY and PAYCRYPT_SECRET. */
    OWN,
    /** PAYCRYPT_SECOND_KEY and PAYCRYPT_SECOND_SECRET: another active key of the account. */
    SECOND,
    /** An unknown key, and the right secret. */
    WRONG_KEY,
    /** The right key, and a wrong secret. */
    WRONG_SECRET;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
