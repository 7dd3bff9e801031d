package org.walletcounter.members.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Guesses in {@code members.attempt} and {@code members.sign_in_code}. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AttemptsBean implements Attempts {

    static final int TRIES = 5;

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    @Override
    public void wrong(List<String> subjects, Instant moment) {
        for (String subject : subjects) {
            database.createNativeQuery("insert into members.attempt (subject, at) values (:subject, :at)")
                    .setParameter("subject", subject)
                    .setParameter("at", moment)
                    .executeUpdate();
        }
    }

    /** Those of one subject wait for each other, so that many at once are not let through as one. */
    @Override
    public boolean note(String subject, Instant moment, Instant since, long most) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:subject, 0))")
                .setParameter("subject", subject)
                .getResultList();
        Number noted = (Number) database.createNativeQuery(
                        "select count(*) from members.attempt where subject = :subject and at > :since")
                .setParameter("subject", subject)
                .setParameter("since", since)
                .getSingleResult();
        if (noted.longValue() >= most) {
            return false;
        }
        wrong(List.of(subject), moment);
        return true;
    }

    @Override
    public Optional<Try> useTry(UUID merchantId, byte[] phoneHash, Instant moment) {
        String newest = "select id from members.sign_in_code where merchant_id = :merchant and phone_hash = :phone"
                + " order by made_at desc limit 1";
        List<?> rows = database.createNativeQuery("update members.sign_in_code set tries = tries + 1 where id = ("
                        + newest + ") and not used and expires_at > :now and tries < :most returning id, code_hash")
                .setParameter("merchant", merchantId)
                .setParameter("phone", phoneHash)
                .setParameter("now", moment)
                .setParameter("most", TRIES)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row).findFirst().map(row -> new Try((UUID) row[0], (byte[]) row[1]));
    }
}
