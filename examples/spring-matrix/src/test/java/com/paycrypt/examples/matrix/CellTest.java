package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The cell is what its name says: otherwise everything that the other tests prove would be worth nothing. */
class CellTest {
    @Test
    void whatTheCellIsWithoutIsNotThereAndTheRestIs() {
        Cell.PARTS.forEach(
                (part, type) -> assertThat(Cell.isOnClassPath(type)).as(part).isEqualTo(Cell.has(part)));
    }

    @Test
    void theServerIsTheOnlyOneOfItsStack() {
        Cell.assumeWeb();
        assertThat(Cell.isOnClassPath(Cell.SERVERS.get(Cell.SERVER))).isTrue();
        Cell.SERVERS.forEach((server, type) -> assertThat(isAllowed(server) || !Cell.isOnClassPath(type))
                .as(server)
                .isTrue());
    }

    /** WebFlux's own server may lie beside a servlet container, which then wins. */
    private static boolean isAllowed(String server) {
        return server.equals(Cell.SERVER) || (Cell.STACK.equals("mvc") && server.equals("netty"));
    }
}
