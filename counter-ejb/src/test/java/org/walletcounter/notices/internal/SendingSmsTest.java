package org.walletcounter.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.OutboxConsumer;
import org.walletcounter.notices.Notices;
import org.walletcounter.notices.Notices.Sent;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** What becomes of a message that nobody can use any more; that others are sent is seen with the real SMS centre. */
class SendingSmsTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));

    private final Moment clock = new Moment();
    private final UUID merchant = TestDatabase.shared().newMerchant();
    private final UUID message = Ids.next(Clock.systemUTC());
    private final SendingSms sending = new SendingSms(new SmsCentre(), clock);
    private final NoticesBean notices = new NoticesBean();

    @BeforeEach
    void wire() {
        sending.database = PERSISTENCE.current();
        notices.database = PERSISTENCE.current();
    }

    @Test
    void aMessageThatIsTooOldIsNotSentAndItsFateIsKept() {
        accept(clock.instant().toString());
        assertThat(recent()).singleElement().satisfies(sent -> {
            assertThat(sent.state()).isEqualTo("EXPIRED");
            assertThat(sent.channel()).isEqualTo("SMS");
            assertThat(sent.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void neitherTheWholeNumberNorTheTextIsKept() {
        accept(clock.instant().toString());
        assertThat(recent()).singleElement().satisfies(sent -> {
            assertThat(sent.to()).isEqualTo("+44 ***** 0123");
            assertThat(sent.toString()).doesNotContain("4711");
        });
    }

    @Test
    void aMessageThatComesAgainIsTheSameMessage() {
        accept(clock.instant().toString());
        accept(clock.instant().toString());
        assertThat(recent()).hasSize(1);
    }

    @Test
    void aFreshMessageIsHandedToTheCentreAndKeptForLaterWhenThereIsNone() {
        assertThatThrownBy(() -> accept(clock.instant().plusSeconds(1).toString()))
                .isInstanceOf(RuntimeException.class);
        assertThat(recent()).isEmpty();
    }

    @Test
    void aMessageThatNobodyWaitsForIsSentTheSameWayInTurnsOfItsOwn() {
        SendingUnhurriedSms unhurried = new SendingUnhurriedSms(sending);
        accept(unhurried, clock.instant().toString());
        assertThat(recent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.state()).isEqualTo("EXPIRED"));
        assertThat(unhurried.topic()).isEqualTo(Notices.UNHURRIED_SMS).isNotEqualTo(sending.topic());
    }

    @Test
    void aReceiptNamesTheMessageThatWasDelivered() {
        assertThat(DeliveryReports.deliveredId("id:0017 sub:001 dlvrd:001 submit date:2611221000 stat:DELIVRD err:000"))
                .contains("0017");
        assertThat(DeliveryReports.deliveredId("id:0017 sub:001 dlvrd:000 stat:UNDELIV err:001"))
                .isEmpty();
    }

    private void accept(String expires) {
        accept(sending, expires);
    }

    private void accept(OutboxConsumer consumer, String expires) {
        String json = "{\"merchant\":\"%s\",\"phone\":\"+447700900123\",\"text\":\"4711\",\"expires\":\"%s\"}"
                .formatted(merchant, expires);
        PERSISTENCE.inNew(() -> {
            consumer.accept(message, json);
            return json;
        });
    }

    private List<Sent> recent() {
        return PERSISTENCE.inNew(() -> notices.recent(merchant, 10));
    }
}
