package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.transactions.internal.checkout.TestCheckout;
import org.walletcounter.vouchers.CampaignView.State;
import org.walletcounter.vouchers.internal.TestVouchers;

/** What a sale has promised is not lost for a reason that passes: with real vouchers, books and rows. */
class PromisesThatWaitTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final TestVouchers SHOP = TestVouchers.shared();
    private static final TestPersistence PERSISTENCE =
            new TestPersistence(SHOP.books().transactions());
    private static final EntityManager ENTITIES = PERSISTENCE.current();

    private final Actor manager = new Actor("staff:m", "Mia", "manager", SHOP.merchant(), null);
    private final UUID member = UUID.randomUUID();
    private final UUID payment = Ids.next(CLOCK);
    private final TransactionsTimers timers = new TransactionsTimers();

    PromisesThatWaitTest() {
        timers.promises = TestCheckout.promises(
                PERSISTENCE,
                new TestCheckout.Books(
                        SHOP.books().door(), SHOP.vouchers(), unasked(Members.class), unasked(Directory.class), CLOCK));
    }

    @Test
    void aVoucherOfAPausedCampaignIsGivenOnceItGoesOn() {
        UUID campaign = SHOP.granting();
        promised(campaign.toString());
        SHOP.campaigns().move(manager, campaign, State.PAUSED);

        timers.keepPromises();
        assertThat(column("state")).isEqualTo("DUE");
        assertThat(column("due_at > now() + interval '50 minutes'")).isEqualTo(true);

        SHOP.campaigns().move(manager, campaign, State.LIVE);
        timers.keepPromises();
        assertThat(column("state")).as("it stands before no other until then").isEqualTo("DUE");

        letItBeDue();
        timers.keepPromises();
        assertThat(column("state")).isEqualTo("KEPT");
        assertThat(SHOP.vouchers().of(manager, member, false)).hasSize(1);
    }

    @Test
    void aVoucherOfACampaignThatHasEndedIsNot() {
        UUID campaign = SHOP.granting();
        promised(campaign.toString());
        SHOP.campaigns().move(manager, campaign, State.ENDED);

        timers.keepPromises();

        assertThat(column("state")).isEqualTo("FAILED");
        assertThat(column("why")).isEqualTo("vouchers.NOT_RUNNING");
    }

    /** Vouchers of no campaign: nobody foresaw that. */
    @Test
    void whatFailsUnforeseenStaysDueAndStandsBeforeNoOther() {
        promised("");

        timers.keepPromises();

        assertThat(column("state")).isEqualTo("DUE");
        assertThat(column("due_at > now()")).isEqualTo(true);
    }

    private void promised(String what) {
        PERSISTENCE.inNew(() -> ENTITIES.createNativeQuery(
                        "INSERT INTO transactions.promise (payment_id, line, merchant_id, store_id, member_id, kind,"
                                + " campaign_id, name_en, name_zh, what, count, worth, currency, due_at, state)"
                                + " VALUES (?1, 1, ?2, ?2, ?3, 'VOUCHERS', ?2, 'A pound off', '减一镑', nullif(?4, ''), 1, 0,"
                                + " 'GBP', now() - interval '1 minute', 'DUE')")
                .setParameter(1, payment)
                .setParameter(2, SHOP.merchant())
                .setParameter(3, member)
                .setParameter(4, what)
                .executeUpdate());
    }

    private void letItBeDue() {
        PERSISTENCE.inNew(() -> ENTITIES.createNativeQuery(
                        "UPDATE transactions.promise SET due_at = now() - interval '1 minute' WHERE payment_id = ?1")
                .setParameter(1, payment)
                .executeUpdate());
    }

    private Object column(String expression) {
        return PERSISTENCE.inNew(() -> ENTITIES.createNativeQuery(
                        "SELECT " + expression + " FROM transactions.promise WHERE payment_id = ?1")
                .setParameter(1, payment)
                .getSingleResult());
    }

    private static <T> T unasked(Class<T> door) {
        return door.cast(
                Proxy.newProxyInstance(door.getClassLoader(), new Class<?>[] {door}, (self, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
