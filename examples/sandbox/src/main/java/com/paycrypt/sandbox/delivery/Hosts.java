package com.paycrypt.sandbox.delivery;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which hosts may be sent to: this machine, and those that were allowed by name. It is judged by the name alone, before
 * anything is looked up, and again for each redirect.
 *
 * @param allowed the names of other hosts, in lower case
 */
public record Hosts(Set<String> allowed) {
    private static final Pattern LOOPBACK =
            Pattern.compile("(.+\\.)?localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)\\]");

    /** Copies the names, in lower case. */
    public Hosts {
        Set<String> lower = new HashSet<>();
        allowed.forEach(host -> lower.add(host.toLowerCase(Locale.ROOT)));
        allowed = Set.copyOf(lower);
    }

    /**
     * Returns why a receiver must not be sent to.
     *
     * @param url the receiver
     * @return the reason, or empty if it may be sent to
     */
    public Optional<String> objection(URI url) {
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        return isLoopback(host) || allowed.contains(host)
                ? Optional.empty()
                : Optional.of(host + " is not this machine; to send there, allow it with --allow-webhook-host " + host
                        + " or Sandbox.builder().allowWebhookHost(\"" + host + "\")");
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
