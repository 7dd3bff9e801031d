package org.walletcounter.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.audit.AuditTrail.Entry;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestTransactions;

/** The audit trail on its own table, written and read the way the container does. */
class AuditTrailTest {

    private final TestDatabase database = TestDatabase.shared();
    private final TestTransactions transactions = new TestTransactions(database.app());
    private final AuditWriter writer = writer(transactions);
    private final AuditTrailBean trail = trail(transactions);
    private final Actor ann = administrator();
    private final Actor rival = administrator();
    private final String subject = "payment:" + UUID.randomUUID();

    @Test
    void eachMerchantSeesItsOwnActsOnly() {
        act(ann, "payment.refunded");
        act(rival, "payment.cancelled");

        assertThat(trail.entries(ann, null, 50).items()).extracting(Entry::act).containsExactly("payment.refunded");
        assertThat(trail.of(ann, subject)).extracting(Entry::act).containsExactly("payment.refunded");
        assertThat(trail.entries(rival, null, 50).items())
                .extracting(Entry::act)
                .containsExactly("payment.cancelled");
        assertThat(trail.of(rival, subject)).extracting(Entry::act).containsExactly("payment.cancelled");
        assertThat(trail.of(administrator(), subject)).isEmpty();
    }

    /** Nor does a place in another's list lead into it. */
    @Test
    void theNewestComesFirstPageByPage() {
        act(ann, "first");
        act(rival, "theirs");
        act(ann, "second");
        act(ann, "third");

        Page<Entry> newest = trail.entries(ann, null, 2);
        assertThat(newest.items()).extracting(Entry::act).containsExactly("third", "second");
        Page<Entry> older = trail.entries(ann, newest.after(), 2);
        assertThat(older.items()).extracting(Entry::act).containsExactly("first");
        assertThat(older.after()).isNull();
        assertThat(trail.entries(rival, newest.after(), 2).items())
                .extracting(Entry::act)
                .containsExactly("theirs");
        assertThatThrownBy(() -> trail.entries(ann, "nonsense", 2))
                .isInstanceOf(CounterException.class)
                .hasMessageContaining("BAD_CURSOR");
    }

    @Test
    void anEntrySaysWhoDidWhatToWhat() {
        act(ann, "payment.refunded");
        assertThat(trail.of(ann, subject)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(ann.id());
            assertThat(entry.act()).isEqualTo("payment.refunded");
            assertThat(entry.subject()).isEqualTo(subject);
            assertThat(entry.detail()).isEqualTo("more about it");
        });
    }

    @Test
    void anActThatIsUndoneIsNotThere() {
        assertThatThrownBy(() -> transactions.in(() -> {
                    writer.on(privileged(ann, "payment.refunded"));
                    throw new IllegalStateException("The refund failed afterwards.");
                }))
                .hasMessageContaining("afterwards");
        assertThat(trail.of(ann, subject)).isEmpty();
    }

    @Test
    void anActThatCannotBeWrittenDownIsNotDone() {
        TestDatabase full = TestDatabase.fresh();
        full.asOwner("REVOKE INSERT ON audit.entry FROM counter_app");
        AuditWriter unable = writer(new TestTransactions(full.app()));
        assertThatThrownBy(() -> unable.on(privileged(ann, "payment.refunded")))
                .isInstanceOf(EJBException.class)
                .hasMessageContaining("so it is not done");
    }

    private void act(Actor actor, String act) {
        transactions.in(() -> {
            writer.on(privileged(actor, act));
            return act;
        });
    }

    private PrivilegedAct privileged(Actor actor, String act) {
        return new PrivilegedAct(actor, act, subject, "more about it");
    }

    private Actor administrator() {
        return new Actor("staff:" + UUID.randomUUID(), "Ann", "administrator", database.newMerchant(), null);
    }

    private static AuditWriter writer(TestTransactions transactions) {
        AuditWriter writer = new AuditWriter();
        writer.database = transactions.source();
        return writer;
    }

    private static AuditTrailBean trail(TestTransactions transactions) {
        AuditTrailBean trail = new AuditTrailBean();
        trail.database = transactions.source();
        return trail;
    }
}
