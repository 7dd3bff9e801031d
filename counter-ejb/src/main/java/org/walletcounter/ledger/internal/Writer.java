package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * The one piece of code that changes balances. It applies a list of journals on a connection, inside whatever transaction
 * is open there: two round trips, whether it is one journal or two hundred. Afterwards every entry has its outcome, which
 * is true once the transaction has been committed. Stateless and thread-safe.
 */
final class Writer {

    private final List<Rule> rules;
    private final SettingTheScene settingTheScene;

    Writer(Clock clock) {
        this(clock, Rules.all());
    }

    /** A writer that keeps to other rules: to prove that the checks find what comes of it. */
    Writer(Clock clock, List<Rule> rules) {
        this.rules = rules;
        this.settingTheScene = new SettingTheScene(clock);
    }

    /**
     * Applies the journals in order.
     *
     * @throws Booking.NameTaken when a name was taken at the last moment: roll back; a second try will see it
     */
    void write(Connection connection, List<? extends Piece> batch) throws SQLException {
        write(connection, batch, true);
    }

    /**
     * Applies the journals in order, hoping that all names are free, as they are unless somebody pays twice.
     *
     * @throws Booking.NameTaken when one was not: roll back, and write it in the other way, which refuses who is too late
     */
    void writeHopefully(Connection connection, List<? extends Piece> batch) throws SQLException {
        write(connection, batch, false);
    }

    private void write(Connection connection, List<? extends Piece> batch, boolean names) throws SQLException {
        Scene scene = settingTheScene.read(connection, batch, names);
        Deciding deciding = new Deciding(scene, rules);
        batch.forEach(piece -> piece.entries().forEach(deciding::decide));
        new Booking(scene, batch).write(connection, CompanionRows.of(batch));
    }
}
