package com.paycrypt.sandbox.console;

import com.paycrypt.sandbox.model.RejectedRequest;
import java.util.List;

/** What fills the page of a rejected request. */
record RejectedPage(
        String id,
        String reason,
        String time,
        String line,
        List<Finding> findings,
        List<Header> headers,
        int bytes,
        String body) {

    static RejectedPage of(RejectedRequest rejected) {
        return new RejectedPage(
                rejected.id(),
                rejected.reason(),
                ConsoleView.time(rejected.at()),
                rejected.line(),
                rejected.findings().stream().map(Finding::ofSender).toList(),
                rejected.headers().entrySet().stream()
                        .map(header -> new Header(header.getKey(), header.getValue()))
                        .toList(),
                rejected.bytes(),
                rejected.body());
    }

    /** A header. */
    record Header(String name, String value) {}
}
