package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView.Caps;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.internal.RecognisingPayers.Shown;
import org.walletcounter.members.internal.WarmDevices.Purse;
import org.walletcounter.members.internal.WarmDevices.Warm;

/** Reads what paying by code needs of devices, of any number of them with the same few statements. */
@Dependent
class DeviceRecords {

    private static final String STANDING = """
            select d.ended_at is null and m.id is not null, coalesce(m.state, 'CLOSED'),
                   (select count(*) from members.attempt a
                     where a.subject = 'device:' || asked.number and a.at > ?),
                   (select count(*) from members.attempt a where a.subject = asked.caller and a.at > ?)
              from unnest(?, ?, ?)
                   with ordinality as asked (number, merchant, caller, place)
              left join members.device d on d.number = asked.number
              left join members.member m on m.id = d.member_id and m.merchant_id = asked.merchant
             order by asked.place""";

    private static final String DEVICES = """
            select d.number, d.secret_sealed, m.id, m.merchant_id, m.key_wrapped, m.name_sealed, m.language,
                   w.account_id, w.currency::text, w.limit_single, w.limit_daily
              from members.device d
              join members.member m on m.id = d.member_id
              left join members.wallet w on w.member_id = m.id
             where d.number = any (?)""";

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final Ledger ledger;
    private final Vault vault;

    @Inject
    DeviceRecords(Ledger ledger, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /** What is asked each time: may this device and this till go on. */
    record Standing(boolean known, MemberView.State state, long wrongOfDevice, long wrongOfCaller) {}

    /** How they stand, in their order. */
    List<Standing> standing(List<Shown> shown, Instant since) {
        Object[] numbers = shown.stream().map(each -> each.code().device()).toArray();
        Object[] merchants =
                shown.stream().map(each -> each.actor().merchantId()).toArray();
        Object[] callers = shown.stream().map(each -> each.actor().id()).toArray();
        return asked(STANDING, DeviceRecords::standing, (connection, statement) -> {
            OffsetDateTime from = since.atOffset(ZoneOffset.UTC);
            statement.setObject(1, from);
            statement.setObject(2, from);
            statement.setArray(3, connection.createArrayOf("int8", numbers));
            statement.setArray(4, connection.createArrayOf("uuid", merchants));
            statement.setArray(5, connection.createArrayOf("text", callers));
        });
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getBoolean(1), MemberView.State.valueOf(row.getString(2)), row.getLong(3), row.getLong(4));
    }

    /** The devices with these numbers, their members and wallets. */
    Collection<Warm> read(List<Long> numbers, Instant until) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<Row> rows = asked(
                DEVICES,
                Row::of,
                (connection, statement) -> statement.setArray(1, connection.createArrayOf("int8", numbers.toArray())));
        Map<AccountId, Caps> caps = ledger.caps(
                rows.stream().map(Row::account).filter(Objects::nonNull).toList());
        Map<Long, Warm> devices = new LinkedHashMap<>();
        for (Row row : rows) {
            Warm warm = devices.computeIfAbsent(row.number(), number -> warm(row, until));
            AccountId account = row.account();
            if (account != null) {
                Purse purse = new Purse(account, row.single(), row.daily(), caps.getOrDefault(account, Caps.NONE));
                devices.put(warm.number(), warm.with(row.currency(), purse));
            }
        }
        return devices.values();
    }

    /** A device with its member and one of the member's wallets, if there is any. */
    private record Row(
            long number,
            byte[] secret,
            UUID member,
            UUID merchant,
            byte[] key,
            byte[] name,
            String language,
            @Nullable AccountId account,
            String currency,
            @Nullable Long single,
            @Nullable Long daily) {

        static Row of(ResultSet row) throws SQLException {
            Long account = row.getObject(8, Long.class);
            return new Row(
                    row.getLong(1),
                    row.getBytes(2),
                    row.getObject(3, UUID.class),
                    row.getObject(4, UUID.class),
                    row.getBytes(5),
                    row.getBytes(6),
                    row.getString(7),
                    account == null ? null : new AccountId(account),
                    row.getString(9),
                    row.getObject(10, Long.class),
                    row.getObject(11, Long.class));
        }
    }

    /**
     * Asks over JDBC, in whatever transaction the entities are in. A query of Hibernate's makes room for the state of
     * entities with every question, and these are asked for every payment and have none.
     */
    private <T> List<T> asked(String sql, Reading<T> reading, Binding binding) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(connection, statement);
                List<T> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(reading.of(row));
                    }
                }
                return found;
            }
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private Warm warm(Row row, Instant until) {
        return new Warm(
                row.number(),
                row.member(),
                row.merchant(),
                vault.bytes(row.key(), row.member(), Device.place(row.number()), row.secret()),
                Masking.greeting(vault.text(row.key(), row.member(), Member.namePlace(row.member()), row.name())),
                row.language(),
                new HashMap<>(),
                until);
    }
}
