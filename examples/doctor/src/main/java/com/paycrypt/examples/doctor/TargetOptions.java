package com.paycrypt.examples.doctor;

import com.paycrypt.examples.cli.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where deliveries go, and how long a response may take. */
final class TargetOptions {
    @Option(names = "--to", required = true, paramLabel = "URL", description = "the webhook URL")
    private String to = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "how long a response may take; 5 unless given, as PayCrypt waits")
    private int timeout = 5;

    @Option(
            names = "--i-own-this",
            description = "needed for a URL that is not on this machine: what is sent there may pay orders")
    private boolean owned;

    Optional<URI> address(Problems problems) {
        if (timeout < 1) {
            problems.add("--timeout takes a number of seconds from 1, not " + timeout);
        }
        return to.isEmpty() ? Optional.empty() : problems.noting(() -> allowed("--to", to));
    }

    /** Reads a URL that may be used: on this machine, or the user's own. */
    URI allowed(String option, String text) {
        URI address = WebAddress.parse(option, text);
        if (!owned && !WebAddress.isLoopback(address)) {
            throw new IllegalArgumentException(option + " is not on this machine: " + address.getHost()
                    + ". Add --i-own-this if it is yours to test, and name a test order");
        }
        return address;
    }

    Duration timeout() {
        return Duration.ofSeconds(timeout);
    }
}
