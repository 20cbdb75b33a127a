package com.paycrypt.sdk.spring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the SDK logs while this is open. */
public final class LoggedLines extends Handler {
    private final Logger logger = Logger.getLogger("com.paycrypt.sdk");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LoggedLines() {}

    /** Listens until it is closed. */
    public static LoggedLines open() {
        LoggedLines opened = new LoggedLines();
        opened.logger.addHandler(opened);
        return opened;
    }

    /** Every line so far. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
