package com.paycrypt.examples.proofs;

/** Ends whatever a process does at the moment of its death. */
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("the process is dead", null, false, false);
    }
}
