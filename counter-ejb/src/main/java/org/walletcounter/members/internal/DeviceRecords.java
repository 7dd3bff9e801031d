package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.internal.RecognisingPayers.Shown;

/** Reads what paying by code needs of devices, their members and wallets, of any number of them with one statement. */
@Dependent
class DeviceRecords {

    /**
     * Each is looked up for itself on purpose (LATERAL, LIMIT): the planner, left to guess, reads whole tables. The arrays
     * stand in questions of their own so that it cannot see how short they are: for one code it would plan anew each time,
     * which takes longer than the answer.
     */
    static final String DEVICES = """
            select d.ended_at is null and m.id is not null as known, coalesce(m.state, 'CLOSED') as state,
                   (select count(*) from members.attempt a
                     where a.subject = 'device:' || asked.number and a.at > ?) as wrong_of_device,
                   (select count(*) from members.attempt a
                     where a.subject = asked.caller and a.at > ?) as wrong_of_caller,
                   asked.number, d.secret_sealed, m.id as member_id, m.key_wrapped, m.name_sealed, m.language,
                   %1$s
              from unnest((select ?::int8[]), (select ?::uuid[]), (select ?::text[]), (select ?::text[]))
                   with ordinality as asked (number, merchant, caller, currency, place)
              left join lateral (select d.member_id, d.secret_sealed, d.ended_at from members.device d
                                  where d.number = asked.number limit 1) d on true
              left join lateral (select m.id, m.state, m.key_wrapped, m.name_sealed, m.language from members.member m
                                  where m.id = d.member_id and m.merchant_id = asked.merchant limit 1) m on true
              left join lateral (select %1$s from members.wallet w
                                  where w.member_id = m.id and w.currency = asked.currency::bpchar limit 1) w on true
             order by asked.place""".formatted(Purse.COLUMNS);

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final Vault vault;

    @Inject
    DeviceRecords(Vault vault) {
        this.vault = vault;
    }

    /**
     * A phone as it stands: may it and the till that shows it go on, and whose is it.
     *
     * @param owner null when the phone does not count, or not here
     */
    record Phone(
            MemberView.State state,
            long wrongOfDevice,
            long wrongOfCaller,
            @Nullable Owner owner) {

        boolean known() {
            return owner != null;
        }
    }

    /**
     * Whose phone it is.
     *
     * @param secret what its payment codes are made with
     * @param purse the wallet in the currency that was asked for; null when it is not open yet
     */
    record Owner(
            UUID memberId,
            byte[] secret,
            String greeting,
            String language,
            @Nullable Purse purse) {}

    /** The phones that show these codes, in their order, with what was guessed wrongly since a moment. */
    List<Phone> read(List<Shown> shown, Instant since) {
        return Asking.all(
                database,
                DEVICES,
                (connection, statement) -> {
                    OffsetDateTime from = since.atOffset(ZoneOffset.UTC);
                    statement.setObject(1, from);
                    statement.setObject(2, from);
                    statement.setArray(
                            3,
                            connection.createArrayOf(
                                    "int8", each(shown, s -> s.code().device())));
                    statement.setArray(
                            4,
                            connection.createArrayOf(
                                    "uuid", each(shown, s -> s.actor().merchantId())));
                    statement.setArray(
                            5,
                            connection.createArrayOf(
                                    "text", each(shown, s -> s.actor().id())));
                    statement.setArray(6, connection.createArrayOf("text", each(shown, Shown::currency)));
                },
                this::phone);
    }

    private static Object[] each(List<Shown> shown, Function<Shown, Object> part) {
        return shown.stream().map(part).toArray();
    }

    private Phone phone(ResultSet row) throws SQLException {
        return new Phone(
                MemberView.State.valueOf(row.getString("state")),
                row.getLong("wrong_of_device"),
                row.getLong("wrong_of_caller"),
                row.getBoolean("known") ? owner(row) : null);
    }

    private Owner owner(ResultSet row) throws SQLException {
        UUID member = row.getObject("member_id", UUID.class);
        Vault.Opening opening = vault.opening(row.getBytes("key_wrapped"), member);
        return new Owner(
                member,
                opening.bytes(Device.place(row.getLong("number")), row.getBytes("secret_sealed")),
                Masking.greeting(opening.text(Member.namePlace(member), row.getBytes("name_sealed"))),
                row.getString("language"),
                Purse.of(row));
    }
}
