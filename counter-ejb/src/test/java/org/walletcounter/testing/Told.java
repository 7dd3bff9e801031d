package org.walletcounter.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the operator is told by the log, until it is closed. Holds its logger: of one that nobody holds, handlers are lost. */
public final class Told extends Handler implements AutoCloseable {

    private final Logger log;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private Told(Logger log) {
        this.log = log;
    }

    /** Listens from now on to a logger and those below it. */
    public static Told by(String logger) {
        Told told = new Told(Logger.getLogger(logger));
        told.log.addHandler(told);
        return told;
    }

    /** All that was told so far, each beginning with its number. */
    public List<String> messages() {
        return records.stream().map(LogRecord::getMessage).toList();
    }

    /** Of it, what must alarm somebody. */
    public List<String> errors() {
        return records.stream()
                .filter(record -> record.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogRecord::getMessage)
                .toList();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        log.removeHandler(this);
    }
}
