package org.walletcounter.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.notices.Notices.Sent;
import org.walletcounter.testing.ExplainedQueries;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** The book of messages: which one a receipt is of, how long one is kept, and how the database finds either. */
class KeptMessagesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ExplainedQueries QUERIES = new ExplainedQueries(DATABASE.app(), "notices.message");
    private static final TestPersistence PERSISTENCE = new TestPersistence(new TestTransactions(QUERIES.source()));

    private final Clock clock = new Moment();
    private final UUID merchant = DATABASE.newMerchant();
    private final DeliveryReportsBean reports = new DeliveryReportsBean();
    private final OldMessagesBean old = new OldMessagesBean();
    private final NoticesBean notices = new NoticesBean();

    @BeforeEach
    void wire() {
        reports.database = PERSISTENCE.current();
        reports.clock = clock;
        old.database = PERSISTENCE.current();
        old.clock = clock;
        notices.database = PERSISTENCE.current();
    }

    @Test
    void aReceiptIsNotOfAMessageThatHadTheSameNameLongAgo() {
        sent("again", Duration.ofDays(8));
        sent("again", Duration.ofDays(2));
        sent("another", Duration.ofDays(1));
        arrived("again");
        assertThat(recent()).extracting(Sent::state).containsExactly("SENT", "DELIVERED", "SENT");
    }

    @Test
    void aMessageIsKeptForAYear() {
        sent("older", Duration.ofDays(366));
        sent("younger", Duration.ofDays(364));
        assertThat(sweep()).isEqualTo(1);
        assertThat(recent()).extracting(Sent::at).containsExactly(ago(Duration.ofDays(364)));
        assertThat(sweep()).isZero();
    }

    @Test
    void howeverManyAreOldTheyGoInPieces() {
        DATABASE.asOwner(messages(1_001, ago(Duration.ofDays(400))));
        assertThat(sweep()).isEqualTo(1_000);
        assertThat(sweep()).isEqualTo(1);
        assertThat(sweep()).isZero();
        assertThat(recent()).isEmpty();
    }

    /** One of ten never had its receipt. */
    @Test
    void neitherAReceiptNorTheSweepReadsAllMessages() {
        DATABASE.asOwner(messages(50_000, clock.instant()), "ANALYZE notices.message");
        assertThat(planOf(() -> arrived("10"))).contains("message_awaited").doesNotContain("Seq Scan");
        assertThat(planOf(this::sweep)).contains("message_oldest").doesNotContain("Seq Scan");
    }

    /** One a minute up to a moment. */
    private String messages(int many, Instant newest) {
        return "INSERT INTO notices.message (id, merchant_id, channel, recipient, state, network_id, at)"
                + " SELECT gen_random_uuid(), '" + merchant + "', 'SMS', '+44 ***** 0123', CASE WHEN n % 10 = 0"
                + " THEN 'SENT' ELSE 'DELIVERED' END, n::text, '" + newest + "'::timestamptz - n * interval '1 minute'"
                + " FROM generate_series(1, " + many + ") n";
    }

    private void sent(String networkId, Duration before) {
        SentMessage.Fate fate = new SentMessage.Fate("SENT", networkId);
        PERSISTENCE.inNew(() -> {
            SentMessage message = new SentMessage(UUID.randomUUID(), merchant, "+447700900123", fate, ago(before));
            reports.database.persist(message);
            return message;
        });
    }

    private Instant ago(Duration before) {
        return clock.instant().minus(before);
    }

    private void arrived(String networkId) {
        PERSISTENCE.inNew(() -> {
            reports.arrived(networkId);
            return networkId;
        });
    }

    private int sweep() {
        return PERSISTENCE.inNew(old::sweep);
    }

    private static String planOf(Runnable work) {
        int before = QUERIES.plans().size();
        work.run();
        return QUERIES.plans().get(before);
    }

    private List<Sent> recent() {
        return PERSISTENCE.inNew(() -> notices.recent(merchant, 10));
    }
}
