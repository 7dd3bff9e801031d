package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.HoldView;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.testing.TestDatabase;

class HoldingTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final LocalDate TODAY = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
    private static final TestLedger LEDGER = TestLedger.on(TestDatabase.shared(), CLOCK);

    private final UUID merchant = TestDatabase.shared().newMerchant();
    private AccountId wallet;
    private AccountId revenue;

    @BeforeEach
    void aWalletWithTenPounds() {
        wallet = LEDGER.wallet(merchant, "member:1");
        revenue = LEDGER.free(merchant, "revenue");
        LEDGER.submit(LEDGER.transfer(merchant, LEDGER.free(merchant, "cash"), wallet, 1000));
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void whatIsHeldCannotBeSpentElsewhere() {
        hold(700);
        assertThat(wallet().available()).isEqualTo(300);
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 301)))
                .isEqualTo(new Outcome.Refused(LedgerError.INSUFFICIENT_FUNDS, List.of("3.00 GBP")));
        refused(LedgerError.INSUFFICIENT_FUNDS, () -> hold(301));
    }

    @Test
    void aRepeatIsTheSameHold() {
        HoldRequest request = request(100);
        HoldView first = LEDGER.door().hold(request);
        assertThat(LEDGER.door().hold(request)).isEqualTo(first);
        assertThat(wallet().held()).isEqualTo(100);
        HoldRequest other = new HoldRequest(request.id(), wallet, 99, request.expiresAt(), "test");
        refused(KernelError.KEY_REUSED, () -> LEDGER.door().hold(other));
    }

    @Test
    void confirmingPartGivesTheRestFree() {
        HoldView hold = hold(700);
        assertThat(LEDGER.submit(confirming(hold, 400))).isInstanceOf(Outcome.Posted.class);
        assertThat(LEDGER.door().holdOf(hold.id())).hasValueSatisfying(now -> {
            assertThat(now.state()).isEqualTo(HoldView.State.CONFIRMED);
            assertThat(now.confirmed()).isEqualTo(400);
        });
        assertThat(wallet().available()).isEqualTo(600);
    }

    @Test
    void confirmingMoreThanIsHeldIsRefused() {
        HoldView hold = hold(100);
        assertThat(LEDGER.submit(confirming(hold, 101)))
                .isEqualTo(new Outcome.Refused(LedgerError.EXCEEDS_HOLD, List.of("1.00 GBP")));
        assertThat(wallet().held()).isEqualTo(100);
    }

    @Test
    void aReleasedHoldIsOverAndReleasingItAgainChangesNothing() {
        HoldView hold = hold(100);
        assertThat(LEDGER.door().release(hold.id()).state()).isEqualTo(HoldView.State.RELEASED);
        assertThat(LEDGER.door().release(hold.id()).state()).isEqualTo(HoldView.State.RELEASED);
        assertThat(wallet().held()).isZero();
        assertThat(LEDGER.submit(confirming(hold, 10)))
                .isEqualTo(new Outcome.Refused(
                        LedgerError.HOLD_NOT_OPEN, List.of(hold.id().toString())));
    }

    @Test
    void aConfirmedHoldCannotBeReleased() {
        HoldView hold = hold(100);
        LEDGER.submit(confirming(hold, 100));
        refused(LedgerError.HOLD_NOT_OPEN, () -> LEDGER.door().release(hold.id()));
        refused(LedgerError.NO_SUCH_HOLD, () -> LEDGER.door().release(UUID.randomUUID()));
    }

    @Test
    void aHoldLapsesByItself() throws java.sql.SQLException {
        HoldView hold = hold(100);
        Clock later = Clock.fixed(CLOCK.instant().plus(Duration.ofHours(2)), ZoneOffset.UTC);
        new Housekeeping(LEDGER.own(), later).expireHolds();
        assertThat(LEDGER.door().holdOf(hold.id()).orElseThrow().state()).isEqualTo(HoldView.State.EXPIRED);
        assertThat(wallet().available()).isEqualTo(1000);
    }

    @Test
    void aHoldWhoseTimeIsOverIsNotConfirmedEvenBeforeItLapsed() {
        HoldRequest brief =
                new HoldRequest(Ids.next(CLOCK), wallet, 100, CLOCK.instant().minusSeconds(1), "test");
        HoldView hold = LEDGER.door().hold(brief);
        assertThat(LEDGER.submit(confirming(hold, 10)))
                .isEqualTo(new Outcome.Refused(
                        LedgerError.HOLD_NOT_OPEN, List.of(hold.id().toString())));
    }

    @Test
    void nothingIsHeldOnAFreeOrAFrozenAccount() {
        HoldRequest onFree =
                new HoldRequest(Ids.next(CLOCK), revenue, 1, CLOCK.instant().plusSeconds(9), "test");
        refused(LedgerError.NO_SUCH_ACCOUNT, () -> LEDGER.door().hold(onFree));
        LEDGER.door().freeze(wallet, true);
        refused(LedgerError.ACCOUNT_FROZEN, () -> hold(1));
    }

    @Test
    void aHoldStaysUnderTheCapForOnePayment() {
        LEDGER.door().cap(wallet, new AccountView.Caps(300L, null));
        refused(LedgerError.OVER_SINGLE_CAP, () -> hold(301));
        hold(300);
    }

    @Test
    void whatIsHeldCountsAgainstTheCapOfTheDay() {
        LEDGER.door().cap(wallet, new AccountView.Caps(null, 500L));
        LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 200));
        refused(LedgerError.OVER_DAILY_CAP, () -> hold(301));
        HoldView hold = hold(250);
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 51)))
                .isEqualTo(new Outcome.Refused(LedgerError.OVER_DAILY_CAP, List.of("5.00 GBP", "0.50 GBP")));
        assertThat(LEDGER.submit(confirming(hold, 240))).isInstanceOf(Outcome.Posted.class);
        refused(LedgerError.OVER_DAILY_CAP, () -> hold(61));
        LEDGER.door().release(hold(60).id());
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 60)))
                .isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void anotherDayHasACapOfItsOwn() {
        LEDGER.door().cap(wallet, new AccountView.Caps(null, 500L));
        LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 400));
        HoldRequest tomorrow = request(450, TODAY.plusDays(1));
        assertThat(LEDGER.door().hold(tomorrow).state()).isEqualTo(HoldView.State.OPEN);
        LEDGER.door().release(tomorrow.id());
        HoldRequest yesterday = request(450, TODAY.minusDays(1));
        assertThat(LEDGER.door().hold(yesterday).state()).isEqualTo(HoldView.State.OPEN);
        HoldRequest someday = request(1, null);
        assertThatThrownBy(() -> LEDGER.door().hold(someday)).hasMessageContaining("business day");
    }

    @Test
    void whatWasPromisedIsKeptAlthoughTheCapsFall() {
        HoldView hold = hold(700);
        LEDGER.door().cap(wallet, new AccountView.Caps(100L, 100L));
        assertThat(LEDGER.submit(confirming(hold, 700))).isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void severalHoldsAreNotMadeIntoOnePaymentOverItsCap() {
        LEDGER.door().cap(wallet, new AccountView.Caps(300L, 900L));
        Journal both = LEDGER.transfer(merchant, wallet, revenue, 500);
        Journal confirming = TestLedger.with(
                both, both.facts().confirming(List.of(hold(250).id(), hold(250).id())));
        assertThat(LEDGER.submit(confirming))
                .isEqualTo(new Outcome.Refused(LedgerError.OVER_SINGLE_CAP, List.of("3.00 GBP")));
    }

    private static void refused(ErrorCode error, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private AccountView wallet() {
        return LEDGER.door().account(wallet).orElseThrow();
    }

    private HoldRequest request(long amount) {
        return request(amount, TODAY);
    }

    private HoldRequest request(long amount, @Nullable LocalDate day) {
        return new HoldRequest(Ids.next(CLOCK), wallet, amount, CLOCK.instant().plusSeconds(60), "test", day);
    }

    private HoldView hold(long amount) {
        return LEDGER.door().hold(request(amount));
    }

    private Journal confirming(HoldView hold, long amount) {
        Journal journal = LEDGER.transfer(merchant, wallet, revenue, amount);
        return TestLedger.with(journal, journal.facts().confirming(List.of(hold.id())));
    }
}
