package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberView;
import org.walletcounter.merchants.Merchants;

/** The members' tables, always within one merchant; a member sees themselves only. */
@Dependent
class MemberRecords {

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final Merchants merchants;
    private final Parameters parameters;

    @Inject
    MemberRecords(Merchants merchants, Parameters parameters) {
        this.merchants = merchants;
        this.parameters = parameters;
    }

    /** A member the actor may see. */
    Member seen(Actor actor, UUID memberId) {
        Member member = database.find(Member.class, memberId);
        boolean own = !actor.role().equals("member") || actor.id().equals("member:" + memberId);
        if (member == null || !member.merchantId().equals(actor.merchantId()) || !own) {
            throw new CounterException(MemberError.NO_SUCH_MEMBER);
        }
        return member;
    }

    /** A member the actor may change: seen, and not gone. */
    Member present(Actor actor, UUID memberId) {
        Member member = seen(actor, memberId);
        if (member.state() == MemberView.State.CLOSED) {
            throw new CounterException(MemberError.MEMBER_CLOSED);
        }
        return member;
    }

    /** Writes a row now, so that a name that is taken shows at once. */
    void add(Object row, String field) {
        try {
            database.persist(row);
            database.flush();
        } catch (PersistenceException taken) {
            throw CounterException.at(field, MemberError.IDENTIFIER_TAKEN);
        }
    }

    /** Who is known by an identifier. The hash is of the kind too, but in the index the kind stands before it. */
    Optional<UUID> known(UUID merchantId, String kind, byte[] hash) {
        return database.createQuery(
                        "select i.memberId from MemberIdentifier i where i.merchantId = :merchant and i.kind = :kind"
                                + " and i.indexHash = :hash",
                        UUID.class)
                .setParameter("merchant", merchantId)
                .setParameter("kind", MemberIdentifier.kept(kind))
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** Whether a code is in use. */
    boolean isTaken(UUID merchantId, String code) {
        return !database.createQuery("select m.id from Member m where m.merchantId = :merchant and m.code = :code")
                .setParameter("merchant", merchantId)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }

    /** The identifiers of some members, oldest first. */
    List<MemberIdentifier> identifiers(List<UUID> members) {
        return database.createQuery(
                        "select i from MemberIdentifier i where i.memberId in :members order by i.boundAt, i.id",
                        MemberIdentifier.class)
                .setParameter("members", members)
                .getResultList();
    }

    /** Which of these members of a merchant want reminders by text message and have not left. */
    List<Member> wantingTexts(UUID merchantId, List<UUID> members) {
        return database.createQuery(
                        "select m from Member m where m.merchantId = :merchant and m.id in :members"
                                + " and m.textReminders = true and m.state <> :closed",
                        Member.class)
                .setParameter("merchant", merchantId)
                .setParameter("members", members)
                .setParameter("closed", MemberView.State.CLOSED)
                .getResultList();
    }

    /** Frees what somebody was known by who has left. Of two who then bind it at once the unique index lets one. */
    void release(UUID merchantId, Identity identity, byte[] hash) {
        database.createNativeQuery("delete from members.identifier i using members.member m"
                        + " where i.merchant_id = :merchant and i.kind = :kind and i.index_hash = :hash"
                        + " and m.id = i.member_id and m.state = 'CLOSED'")
                .setParameter("merchant", merchantId)
                .setParameter("kind", MemberIdentifier.kept(identity.kind()))
                .setParameter("hash", hash)
                .executeUpdate();
    }

    /** Forgets the phone number of a member, before another takes its place. */
    void dropPhone(UUID memberId) {
        database.createQuery("delete from MemberIdentifier i where i.memberId = :member and i.kind = 'PHONE'")
                .setParameter("member", memberId)
                .executeUpdate();
    }

    /** What a member has agreed to, newest first. */
    List<ConsentGiven> consents(UUID memberId) {
        return database.createQuery(
                        "select c from ConsentGiven c where c.memberId = :member order by c.at desc, c.id desc",
                        ConsentGiven.class)
                .setParameter("member", memberId)
                .getResultList();
    }

    /** What a merchant's wallets are in. */
    String currency(UUID merchantId) {
        return merchants.merchant(merchantId).currency();
    }

    /** The calling code of numbers that a merchant's people write without one. */
    Optional<String> callingCode(UUID merchantId) {
        long set = parameters.value(MemberRules.CALLING_CODE, merchantId);
        return set > 0
                ? Optional.of(Long.toString(set))
                : PhoneNumbers.callingCodeOf(merchants.merchant(merchantId).currency());
    }
}
