package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads whose cards these are, any number of them with one statement. */
@Dependent
class CardRecords {

    /**
     * Each is looked up for itself on purpose (LATERAL, LIMIT): the planner, left to guess, reads the whole table. The array
     * stands in a question of its own so that the planner cannot see how short it is, and keeps its plan.
     */
    static final String CARDS = """
            select i.member_id, %1$s
              from unnest((select ?::bytea[])) with ordinality as asked (hash, place)
              left join lateral (select i.member_id from members.identifier i
                                  where i.merchant_id = ? and i.kind = 'CARD' and i.index_hash = asked.hash
                                  limit 1) i on true
              left join lateral (select %1$s from members.wallet w
                                  where w.member_id = i.member_id and w.currency = ?::bpchar limit 1) w on true
             order by asked.place""".formatted(Purse.COLUMNS);

    private static final String CARD = "card";

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final Vault vault;

    @Inject
    CardRecords(Vault vault) {
        this.vault = vault;
    }

    /**
     * A card.
     *
     * @param memberId whose it is; null when it is nobody's
     * @param purse null when it is not open yet
     */
    record Card(@Nullable UUID memberId, @Nullable Purse purse) {

        private static Card of(ResultSet row) throws SQLException {
            return new Card(row.getObject("member_id", UUID.class), Purse.of(row));
        }
    }

    /** The cards with these numbers, in their order. */
    List<Card> read(UUID merchant, List<String> numbers, String currency) {
        byte[][] hashes = numbers.stream()
                .map(number -> vault.index(merchant, CARD, number))
                .toArray(byte[][]::new);
        return Asking.all(
                database,
                CARDS,
                (connection, statement) -> {
                    statement.setArray(1, connection.createArrayOf("bytea", hashes));
                    statement.setObject(2, merchant);
                    statement.setString(3, currency);
                },
                Card::of);
    }
}
