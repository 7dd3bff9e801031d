package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
                     where a.subject = 'device:' || asked.number and a.at > :since),
                   (select count(*) from members.attempt a where a.subject = asked.caller and a.at > :since)
              from unnest(cast(:numbers as bigint[]), cast(:merchants as uuid[]), cast(:callers as text[]))
                   with ordinality as asked (number, merchant, caller, place)
              left join members.device d on d.number = asked.number
              left join members.member m on m.id = d.member_id and m.merchant_id = asked.merchant
             order by asked.place""";

    private static final String DEVICES = """
            select d.number, d.secret_sealed, m.id, m.merchant_id, m.key_wrapped, m.name_sealed, m.language,
                   w.account_id, cast(w.currency as text), w.limit_single, w.limit_daily
              from members.device d
              join members.member m on m.id = d.member_id
              left join members.wallet w on w.member_id = m.id
             where d.number = any (cast(:numbers as bigint[]))""";

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
        List<?> rows = database.createNativeQuery(STANDING)
                .setParameter("since", since)
                .setParameter(
                        "numbers", shown.stream().map(s -> s.code().device()).toArray(Long[]::new))
                .setParameter(
                        "merchants",
                        shown.stream().map(s -> s.actor().merchantId()).toArray(UUID[]::new))
                .setParameter("callers", shown.stream().map(s -> s.actor().id()).toArray(String[]::new))
                .getResultList();
        return rows.stream().map(row -> standing((Object[]) row)).toList();
    }

    private static Standing standing(Object[] row) {
        return new Standing(
                (Boolean) row[0], MemberView.State.valueOf((String) row[1]), number(row[2]), number(row[3]));
    }

    /** The devices with these numbers, their members and wallets. */
    Collection<Warm> read(List<Long> numbers, Instant until) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<?> rows = database.createNativeQuery(DEVICES)
                .setParameter("numbers", numbers.toArray(Long[]::new))
                .getResultList();
        Map<AccountId, Caps> caps = ledger.caps(rows.stream()
                .map(row -> ((Object[]) row)[7])
                .filter(Number.class::isInstance)
                .map(account -> new AccountId(number(account)))
                .toList());
        Map<Long, Warm> devices = new LinkedHashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            Warm warm = devices.computeIfAbsent(number(columns[0]), number -> warm(columns, until));
            if (columns[7] != null) {
                AccountId account = new AccountId(number(columns[7]));
                Purse purse = new Purse(
                        account, (Long) columns[9], (Long) columns[10], caps.getOrDefault(account, Caps.NONE));
                devices.put(warm.number(), warm.with((String) columns[8], purse));
            }
        }
        return devices.values();
    }

    private Warm warm(Object[] columns, Instant until) {
        long number = number(columns[0]);
        UUID member = (UUID) columns[2];
        byte[] key = (byte[]) columns[4];
        return new Warm(
                number,
                member,
                (UUID) columns[3],
                vault.bytes(key, member, Device.place(number), (byte[]) columns[1]),
                Masking.greeting(vault.text(key, member, Member.namePlace(member), (byte[]) columns[5])),
                (String) columns[6],
                new HashMap<>(),
                until);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
