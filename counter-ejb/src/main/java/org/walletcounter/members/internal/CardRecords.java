package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.AccountId;

/** Reads whose cards these are, any number of them with one statement. */
@Dependent
class CardRecords {

    /** Each is looked up for itself on purpose (LATERAL, LIMIT): the planner, left to guess, reads the whole table. */
    private static final String CARDS = """
            select i.member_id, w.account_id, w.limit_single, w.limit_daily
              from unnest(cast(:hashes as text[])) with ordinality as asked (hash, place)
              left join lateral (select i.member_id from members.identifier i
                                  where i.merchant_id = :merchant and i.kind = 'CARD'
                                    and i.index_hash = decode(asked.hash, 'hex') limit 1) i on true
              left join lateral (select w.account_id, w.limit_single, w.limit_daily from members.wallet w
                                  where w.member_id = i.member_id and w.currency = :currency limit 1) w on true
             order by asked.place""";

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
     * @param wallet null when it is not open yet
     */
    record Card(
            @Nullable UUID memberId,
            @Nullable AccountId wallet,
            @Nullable Long single,
            @Nullable Long daily) {}

    /** The cards with these numbers, in their order. */
    List<Card> read(UUID merchant, List<String> numbers, String currency) {
        String[] hashes = numbers.stream()
                .map(number -> HexFormat.of().formatHex(vault.index(merchant, CARD, number)))
                .toArray(String[]::new);
        List<?> rows = database.createNativeQuery(CARDS)
                .setParameter("hashes", hashes)
                .setParameter("merchant", merchant)
                .setParameter("currency", currency)
                .getResultList();
        return rows.stream().map(row -> card((Object[]) row)).toList();
    }

    private static Card card(Object[] columns) {
        Long account = (Long) columns[1];
        return new Card((UUID) columns[0], account == null ? null : new AccountId(account), (Long) columns[2], (Long)
                columns[3]);
    }
}
