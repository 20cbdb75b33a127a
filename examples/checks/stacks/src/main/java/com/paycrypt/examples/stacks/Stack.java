package com.paycrypt.examples.stacks;

/** A running server with a receiver at {@code /webhook}. */
interface Stack extends AutoCloseable {
    int port();

    @Override
    void close();
}
