package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.EarningPoints;
import org.walletcounter.loyalty.MemberStandings;
import org.walletcounter.loyalty.Points;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.orders.Prices;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.testing.Moment;
import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.SalesChannel;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.Wish;
import org.walletcounter.transactions.internal.checkout.TestCheckout;
import org.walletcounter.vouchers.Vouchers;

/** A sale that was to be priced for a customer whose code is not accepted: nobody is asked for its price any more. */
class PricingAttemptsTest {

    private static final Clock CLOCK = new Moment();
    private static final Actor CASHIER = new Actor("staff:1", "Ann", "cashier", UUID.randomUUID(), null);
    private static final Attempt.Customer REFUSED =
            new Attempt.Customer(null, new CounterException(MemberError.CODE_INVALID));

    private final TestCheckout.Doors doors = new TestCheckout.Doors(
            unasked(Members.class),
            unasked(MemberStandings.class),
            unasked(Prices.class),
            unasked(Directory.class),
            (parameter, merchant) -> parameter.initial(),
            unasked(Promotions.class),
            unasked(Vouchers.class),
            unasked(Points.class));
    private final EntityManager entities = unasked(EntityManager.class);
    private final PricingAttempts attempts = new PricingAttempts(
            TestCheckout.pricing(entities, doors), TestCheckout.joining(entities, doors, unasked(EarningPoints.class)));

    @Test
    void itIsKeptAsRefused() {
        assertThat(attempt(590, tender(TenderKind.WALLET, 590)).customer()).isSameAs(REFUSED);
        assertThat(attempt(0).customer()).isSameAs(REFUSED);
    }

    @Test
    void tendersThatCannotBeKeptAreToldAtOnce() {
        assertRefused(590, tender(TenderKind.CASH, 0), tender(TenderKind.WALLET, 590));
        assertRefused(590, tender(TenderKind.WALLET, 589));
        assertRefused(0, tender(TenderKind.CASH, 0));
    }

    private void assertRefused(long amount, Tender... tenders) {
        assertThatThrownBy(() -> attempt(amount, tenders)).isInstanceOfSatisfying(CounterException.class, refusal -> {
            assertThat(refusal.error()).isEqualTo(TransactionError.TENDERS_DO_NOT_SUM);
            assertThat(refusal.field()).isEqualTo("tenders");
        });
    }

    private Attempt attempt(long amount, Tender... tenders) {
        PaymentRequest request = new PaymentRequest(
                UUID.randomUUID(),
                null,
                "S-1",
                List.of(),
                money(amount),
                "2810",
                List.of(tenders),
                Wish.BEST,
                SalesChannel.TILL);
        Attempt.Head head = new Attempt.Head(
                CASHIER,
                CommandKey.of(CASHIER.id(), "k1", request.toString()),
                Ids.next(CLOCK),
                Ids.next(CLOCK),
                CLOCK.instant(),
                LocalDate.of(2026, 11, 22),
                CLOCK);
        return attempts.attempt(head, request, List.of(), REFUSED);
    }

    private static Tender tender(TenderKind kind, long minor) {
        return new Tender(kind, money(minor), null);
    }

    private static Money money(long minor) {
        return Money.of(minor, "GBP");
    }

    private static <T> T unasked(Class<T> door) {
        return door.cast(
                Proxy.newProxyInstance(door.getClassLoader(), new Class<?>[] {door}, (self, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
