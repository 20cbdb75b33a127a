package com.paycrypt.sandbox.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Dns;

/** Resolves each host once and stays with the answer: a name cannot point elsewhere from one attempt to the next. */
final class PinnedDns implements Dns {
    private final Dns resolver;
    private final Map<String, List<InetAddress>> pinned = new ConcurrentHashMap<>();

    PinnedDns(Dns resolver) {
        this.resolver = resolver;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> known = pinned.get(host);
        return known != null ? known : pin(host, resolver.lookup(host));
    }

    private List<InetAddress> pin(String host, List<InetAddress> resolved) {
        List<InetAddress> first = pinned.putIfAbsent(host, List.copyOf(resolved));
        return first != null ? first : resolved;
    }
}
