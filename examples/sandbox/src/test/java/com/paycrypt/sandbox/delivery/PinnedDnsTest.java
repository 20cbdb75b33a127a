package com.paycrypt.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinnedDnsTest {

    @Test
    void aHostStaysWhereItFirstPointed() throws UnknownHostException {
        InetAddress first = InetAddress.getByAddress("shop.example", new byte[] {127, 0, 0, 1});
        InetAddress later = InetAddress.getByAddress("shop.example", new byte[] {10, 0, 0, 1});
        Deque<InetAddress> answers = new ArrayDeque<>(List.of(first, later));
        PinnedDns dns = new PinnedDns(host -> List.of(answers.remove()));

        assertThat(dns.lookup("shop.example")).containsExactly(first);
        assertThat(dns.lookup("shop.example")).containsExactly(first);
        assertThat(dns.lookup("another.example")).containsExactly(later);
    }
}
