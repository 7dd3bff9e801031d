package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Members by the marks of their birthdays, and the rounds of announcing them. Joins a transaction. */
@Dependent
class BirthdayRecords {

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final Vault vault;

    @Inject
    BirthdayRecords(Vault vault) {
        this.vault = vault;
    }

    /** Who was born on these days, by id. */
    List<UUID> bornOn(UUID merchantId, Set<MonthDay> days) {
        return days.isEmpty()
                ? List.of()
                : ids(database.createNativeQuery("select id from members.member where merchant_id = :merchant"
                                + " and birthday_index in (:marks) and state <> 'CLOSED' order by id")
                        .setParameter("merchant", merchantId)
                        .setParameter("marks", marks(merchantId, days))
                        .getResultList());
    }

    /** Takes some whose birthday of that year nobody has taken; whoever comes next does not get them again. */
    List<UUID> take(UUID merchantId, DaysKept kept, int most) {
        return ids(database.createNativeQuery("update members.member set birthday_year = :year where id in ("
                        + "select id from members.member where merchant_id = :merchant and birthday_index in (:marks)"
                        + " and birthday_year < :year and state <> 'CLOSED' order by id limit :most"
                        + " for no key update) returning id")
                .setParameter("merchant", merchantId)
                .setParameter("marks", marks(merchantId, kept.days()))
                .setParameter("year", kept.year())
                .setParameter("most", most)
                .getResultList());
    }

    /** Locks the merchant's round and gives its day: today for the first one. */
    LocalDate lookedOn(UUID merchantId, LocalDate today) {
        database.createNativeQuery("insert into members.birthday_round (merchant_id, looked_on)"
                        + " values (:merchant, :today) on conflict do nothing")
                .setParameter("merchant", merchantId)
                .setParameter("today", today)
                .executeUpdate();
        Object day = database.createNativeQuery("select cast(looked_on as text) from members.birthday_round"
                        + " where merchant_id = :merchant for update")
                .setParameter("merchant", merchantId)
                .getSingleResult();
        return LocalDate.parse(day.toString());
    }

    /** All birthdays up to this day are announced. */
    void look(UUID merchantId, LocalDate day) {
        database.createNativeQuery("update members.birthday_round set looked_on = :day"
                        + " where merchant_id = :merchant and looked_on < :day")
                .setParameter("merchant", merchantId)
                .setParameter("day", day)
                .executeUpdate();
    }

    /** Some who told their birthday before there were marks, and whose key is still there. */
    List<Member> unmarked(UUID merchantId, int most) {
        return members(database.createNativeQuery(
                        "select * from members.member where merchant_id = :merchant and birthday_index is null"
                                + " and birthday_sealed is not null and state <> 'CLOSED' and octet_length(key_wrapped) > 0"
                                + " order by id limit :most",
                        Member.class)
                .setParameter("merchant", merchantId)
                .setParameter("most", most)
                .getResultList());
    }

    private List<byte[]> marks(UUID merchantId, Set<MonthDay> days) {
        return days.stream()
                .map(day -> Member.birthdayMark(vault, merchantId, day))
                .toList();
    }

    private static List<UUID> ids(List<?> rows) {
        return rows.stream().map(UUID.class::cast).toList();
    }

    private static List<Member> members(List<?> rows) {
        return rows.stream().map(Member.class::cast).toList();
    }
}
