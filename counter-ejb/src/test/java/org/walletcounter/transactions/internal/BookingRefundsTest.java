package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.loyalty.PointsReturn;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;
import org.walletcounter.merchants.internal.TestMerchants;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.internal.checkout.Back;
import org.walletcounter.transactions.internal.checkout.Joined;
import org.walletcounter.transactions.internal.checkout.TestCheckout;

/** Refunds of cash sales in the real books: how far each undoes its payment, and whose drawer opens. */
class BookingRefundsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final TestLedger LEDGER = TestLedger.on(TestDatabase.shared(), CLOCK);
    private static final TestPersistence PERSISTENCE = new TestPersistence(LEDGER.transactions());

    private final Merchants merchants = TestMerchants.on(PERSISTENCE, CLOCK);
    private final TestMerchants.Founded shop = TestMerchants.found(merchants);
    private final Actor cashier = shop.actor("cashier");
    private final BookAccounts accounts = new BookAccounts(new AccountOpening(LEDGER.door()));
    private final PaymentJournals journals = new PaymentJournals(accounts);
    private final Payments payments =
            new Payments(TestCheckout.kept(PERSISTENCE.current()), TestCheckout.taxes(PERSISTENCE.current()));
    private final AccountId funder =
            LEDGER.door().open(AccountTerms.free(shop.id(), "funding", "GBP", "party:merchant"));
    private long step = 1;
    private final Parameters parameters =
            (parameter, merchant) -> parameter.equals(CashRounding.STEP) ? step : parameter.initial();
    private final BookingRefunds booking = booking(unasked(Members.class));

    private BookingRefunds booking(Members members) {
        payments.entities = PERSISTENCE.current();
        return new BookingRefunds(
                payments,
                new RefundJournals(accounts),
                LEDGER.door(),
                TestMerchants.directory(PERSISTENCE, CLOCK),
                new SharingOut(payments, members, parameters),
                new RefundedTax(TestCheckout.taxes(PERSISTENCE.current())),
                new ClaimedCashBack(TestCheckout.claiming(LEDGER.door(), members, CLOCK)),
                CLOCK);
    }

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void whatOnlyUndoesThePaymentIsCountedByTheLedger() {
        UUID payment = sell(2_920, 0);
        UUID paid = payment(payment).journalId();
        assertThat(reversed(back(payment, 1_990, 0, null))).isEqualTo(paid);
        assertThat(reversed(back(payment, 930, 0, null))).isEqualTo(paid);
    }

    @Test
    void theJournalOfAPaymentThatIsCalledBackSaysSo() {
        UUID payment = sell(2_920, 0);
        RefundView refund = cancelled(payment, 2_920);
        assertThat(journal(refund).kind()).isEqualTo("cancellation");
        assertThat(reversed(refund)).isEqualTo(payment(payment).journalId());
        assertThat(journal(back(sell(2_920, 0), 2_920, 0, null)).kind()).isEqualTo("refund");
    }

    /** 29.00 are taken for 29.20; 20.00 are handed out for 19.90, which is no part of that. */
    @Test
    void theLastCashGoesBackHoweverTheEarlierPartsWereRounded() {
        step = 100;
        UUID payment = sell(2_920, 0);
        assertThat(reversed(back(payment, 1_990, 0, null))).isNull();
        RefundView last = back(payment, 930, 0, null);
        assertThat(last.tenders()).extracting(Tender::rounding).containsExactly(-30L);
        assertThat(reversed(last)).isNull();
        assertThat(balance(cash(shop.till().id()))).isZero();
        assertThat(balance(accounts.rounding(shop.id(), shop.store().id(), "GBP")))
                .isZero();
        assertThat(balance(revenue())).isZero();
        assertThat(payment(payment).left()).isZero();
    }

    /** 10.00 off 100.00: what was kept first cost its full price, and what was kept then had 0.03 of it again. */
    @Test
    void aReductionThatTheRestHadAgainIsUndoneWithTheRest() {
        UUID payment = sell(9_000, 1_000);
        assertThat(reversed(back(payment, 2_970, 1_000, null)))
                .isEqualTo(payment(payment).journalId());
        assertThat(reversed(back(payment, 6_003, -3, null))).isNull();
        assertThat(reversed(back(payment, 27, 3, null))).isNull();
        assertThat(balance(accounts.reductions(shop.id(), shop.store().id(), "GBP")))
                .isZero();
        assertThat(balance(funder)).isZero();
        assertThat(balance(cash(shop.till().id()))).isZero();
    }

    @Test
    void whatWentBackWithoutGoodsWentBackAsAnAmount() {
        UUID payment = sell(2_920, 0);
        back(payment, 1_000, 0, null);
        PricedLine cup = new PricedLine(1, null, "CUP", "Cup", "Cups", 1, 500, 500);
        back(payment, 500, Back.Moves.NONE, List.of(cup), null);
        back(payment, 20, 0, null);
        assertThat(PERSISTENCE.inNew(() -> payments.amountsBack(payment))).isEqualTo(1_020L);
    }

    @Test
    void cashComesOutOfTheDrawerThatIsNamedAndAllElseStaysWithTheSale() {
        UUID other = till(shop.store().id(), true);
        UUID payment = sell(2_000, 0);
        RefundView refund = back(payment, 800, 0, other);
        assertThat(balance(cash(other))).isEqualTo(800);
        assertThat(balance(cash(shop.till().id()))).isEqualTo(-2_000);
        assertThat(balance(revenue())).isEqualTo(1_200);
        assertThat(reversed(refund)).isEqualTo(payment(payment).journalId());
        assertThat(LEDGER.door().journal(Objects.requireNonNull(refund.journalId())))
                .hasValueSatisfying(view -> assertThat(view.journal().scope().tillId())
                        .isEqualTo(shop.till().id()));
        back(payment, 1_200, 0, null);
        assertThat(balance(cash(shop.till().id()))).isEqualTo(-800);
        assertThat(balance(cash(other))).isEqualTo(800);
        assertThat(balance(revenue())).isZero();
    }

    @Test
    void aDrawerIsAnOpenTillsOfTheMerchantInWhicheverStore() {
        StoreView store = merchants.saveStore(
                shop.actor("manager"),
                new StoreView(UUID.randomUUID(), shop.id(), "02", "Low Street", "低街店", "", true));
        UUID elsewhere = till(store.id(), true);
        UUID closed = till(shop.store().id(), false);
        UUID strange = TestMerchants.found(merchants).till().id();
        assertThatCode(() -> booking.requireDrawer(cashier, null)).doesNotThrowAnyException();
        assertThatCode(() -> booking.requireDrawer(cashier, elsewhere)).doesNotThrowAnyException();
        assertRefused(closed, TransactionError.PLACE_CLOSED);
        assertRefused(strange, MerchantError.NOT_FOUND);
        assertRefused(UUID.randomUUID(), MerchantError.NOT_FOUND);
    }

    private void assertRefused(UUID till, ErrorCode error) {
        assertThatThrownBy(() -> booking.requireDrawer(cashier, till))
                .isInstanceOfSatisfying(CounterException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(error);
                    assertThat(refusal.field()).isEqualTo("tillId");
                });
    }

    /** Sells for cash; gives the payment's id. */
    private UUID sell(long minor, long off) {
        String sale = "S-" + UUID.randomUUID();
        Money amount = Money.of(minor, "GBP");
        List<Tender> tenders =
                CashRounding.of(parameters, shop.id()).round(List.of(new Tender(TenderKind.CASH, amount, null)));
        PaymentRequest request =
                new PaymentRequest(shop.store().id(), shop.till().id(), sale, List.of(), amount, null, tenders);
        Attempt.Head head = new Attempt.Head(
                cashier,
                CommandKey.of(cashier.id(), sale, request.toString()),
                Ids.next(CLOCK),
                Ids.next(CLOCK),
                CLOCK.instant(),
                LocalDate.of(2026, 11, 22),
                CLOCK);
        Joined joined =
                new Joined(new Joined.Moves(funded(-off), List.of(), List.of()), off, 0, null, List.of(), List.of());
        PricedLine line = new PricedLine(1, null, "CUP", "Cup", "Cups", 1, minor, minor);
        Attempt attempt = new Attempt(head, request, List.of(line), Attempt.Customer.UNKNOWN, joined);
        LEDGER.door()
                .submit(new Submission(journals.of(attempt), head.key(), attempt))
                .toCompletableFuture()
                .join();
        return attempt.answer().payment().id();
    }

    /** Gives money back, and to the funder so much of the reduction; below zero where the funder pays more. */
    private RefundView back(UUID payment, long minor, long undone, @Nullable UUID drawer) {
        return back(payment, minor, new Back.Moves(funded(undone), -undone, 0, undone >= 0), List.of(), drawer);
    }

    private RefundView back(UUID payment, long minor, Back.Moves moves, List<PricedLine> goods, @Nullable UUID drawer) {
        Back back = new Back(null, moves, PointsReturn.NONE, List.of(), goods, 0, List.of());
        return PERSISTENCE.inNew(() -> booking.book(
                cashier,
                payments.locked(cashier, payment).orElseThrow(),
                new BookingRefunds.Deed(
                        minor, new Refund.Why(null, "returned", ""), booking.when(cashier), back, drawer, false)));
    }

    private RefundView cancelled(UUID payment, long minor) {
        Back back = new Back(null, Back.Moves.NONE, PointsReturn.NONE, List.of(), List.of(), 0, List.of());
        return PERSISTENCE.inNew(() -> booking.book(
                cashier,
                payments.locked(cashier, payment).orElseThrow(),
                new BookingRefunds.Deed(
                        minor, new Refund.Why(null, "wrong-item", ""), booking.when(cashier), back, null, true)));
    }

    private List<Posting> funded(long minor) {
        List<Posting> postings = new ArrayList<>();
        if (minor != 0) {
            postings.add(new Posting(funder, minor));
        }
        return postings;
    }

    private static @Nullable UUID reversed(RefundView refund) {
        return journal(refund).facts().reverses();
    }

    private static Journal journal(RefundView refund) {
        return LEDGER.door()
                .journal(Objects.requireNonNull(refund.journalId()))
                .orElseThrow()
                .journal();
    }

    private Payment payment(UUID id) {
        return PERSISTENCE.inNew(() -> payments.payment(cashier, id).orElseThrow());
    }

    private UUID till(UUID store, boolean open) {
        String code = UUID.randomUUID().toString().substring(0, 8);
        return merchants
                .saveTill(shop.actor("manager"), new TillView(UUID.randomUUID(), store, code, "Back", open))
                .id();
    }

    private AccountId cash(UUID till) {
        return accounts.cash(shop.id(), shop.store().id(), till, "GBP");
    }

    private AccountId revenue() {
        return accounts.revenue(shop.id(), shop.store().id(), "GBP");
    }

    private static long balance(AccountId account) {
        return LEDGER.door().account(account).orElseThrow().balance();
    }

    private static <T> T unasked(Class<T> door) {
        return door.cast(
                Proxy.newProxyInstance(door.getClassLoader(), new Class<?>[] {door}, (self, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
