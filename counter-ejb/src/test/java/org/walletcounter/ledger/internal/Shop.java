package org.walletcounter.ledger.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;

/** A merchant with a wallet of ten pounds, and what may go wrong there. */
final class Shop {

    private static final Clock CLOCK = Clock.systemUTC();

    private final TestLedger ledger;
    private final UUID id;
    private final AccountId cash;
    private final AccountId revenue;
    private final AccountId wallet;
    private final Client client;

    Shop(TestLedger ledger) {
        this.ledger = ledger;
        this.client = new Client(ledger);
        this.id = ledger.database().newMerchant();
        this.cash = ledger.free(id, "cash");
        this.revenue = ledger.free(id, "revenue");
        this.wallet = ledger.wallet(id, "member:1");
        topUp();
    }

    /** The promises that are broken: what the book shows, and what only the client can see. */
    List<String> findings() {
        return Stream.concat(ledger.findings().stream(), client.findings().stream())
                .distinct()
                .sorted()
                .toList();
    }

    void topUp() {
        ledger.submit(ledger.transfer(id, cash, wallet, 1000));
    }

    void bookOutOfBalance() {
        ledger.submit(ledger.journal(id, "payment", new Posting(wallet, -100), new Posting(revenue, 99)));
    }

    void hammerOneWallet() {
        atOnce(400, () -> ledger.transfer(id, cash, wallet, 7));
    }

    void overspend() {
        ledger.submit(paying(1001));
    }

    void sellTwice() {
        ledger.submit(selling("sale"));
        ledger.submit(selling("sale"));
    }

    void sellAtOnce() {
        for (int i = 0; i < 20; i++) {
            String sale = "sale-" + i;
            atOnce(12, () -> selling(sale));
        }
    }

    void commandTwice() {
        String key = id + "/key";
        ledger.submit(paying(1), key);
        ledger.submit(paying(1), key);
    }

    void refundTwice() {
        Journal sale = selling("sale");
        ledger.submit(sale);
        ledger.submit(refunding(sale, 60));
        ledger.submit(refunding(sale, 60));
    }

    void refundAtOnce() {
        for (int i = 0; i < 20; i++) {
            Journal sale = selling("sale-" + i);
            ledger.submit(sale);
            atOnce(12, () -> refunding(sale, 60));
        }
    }

    void confirmTwice() {
        HoldRequest hold = hold(100);
        hold(100);
        ledger.submit(confirming(hold, 50));
        ledger.submit(confirming(hold, 50));
    }

    void holdAndRelease() {
        ledger.door().release(hold(100).id());
    }

    void askAgain() {
        client.ask("key", "pay 100", paying(100));
        client.ask("key", "pay 100", paying(100));
    }

    void askForSomethingElse() {
        client.ask("key", "pay 100", paying(100));
        client.ask("key", "pay 200", paying(200));
    }

    void askAgainWithMoney() {
        client.ask("key", "pay 1500", paying(1500));
        topUp();
        client.ask("key", "pay 1500", paying(1500));
    }

    void askWhileItRuns() {
        client.runTwice("key", () -> ledger.transfer(id, cash, revenue, 10));
    }

    void payTooMuchAtOnce() {
        cap(100L, null);
        client.spent(101, ledger.submit(paying(101)));
    }

    void payTooMuchInADay() {
        cap(null, 300L);
        client.spent(200, ledger.submit(paying(200)));
        client.spent(200, ledger.submit(paying(200)));
    }

    /** Spends, gives back what was given, and spends the rest of the day's cap. */
    void takeBackBetweenPayments() {
        cap(null, 300L);
        client.spent(200, ledger.submit(paying(200)));
        ledger.submit(ledger.recovery(id, wallet, revenue, 250));
        client.spent(100, ledger.submit(paying(100)));
    }

    void payAtOnce() {
        cap(null, 300L);
        atOnce(40, () -> paying(20)).forEach(outcome -> client.spent(20, outcome));
    }

    /** As many journals as it takes, decided one after the other on one locked account. */
    void payInOneTransaction() {
        cap(null, 300L);
        ledger.inOneBatch(Stream.generate(() -> paying(20)).limit(40).toList())
                .forEach(outcome -> client.spent(20, outcome));
    }

    void holdAtOnce() {
        cap(null, 300L);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(CompletableFuture.runAsync(() -> client.held(100, () -> hold(100))));
        }
        all.forEach(CompletableFuture::join);
    }

    private void cap(@Nullable Long single, @Nullable Long daily) {
        ledger.door().cap(wallet, new AccountView.Caps(single, daily));
        client.capped(single, daily);
    }

    private Journal paying(long amount) {
        return ledger.transfer(id, wallet, revenue, amount);
    }

    /** A cash sale: it touches free accounts only, so nothing but the names and the refunds' sum is in its way. */
    private Journal selling(String sale) {
        Journal journal = ledger.transfer(id, cash, revenue, 100);
        return TestLedger.with(
                journal, journal.facts().claiming(List.of(new Claim("sale", sale, LedgerError.NAME_TAKEN))));
    }

    private Journal refunding(Journal sale, long amount) {
        Journal journal = ledger.transfer(id, revenue, cash, amount);
        return TestLedger.with(journal, journal.facts().reversing(sale.id()));
    }

    private HoldRequest hold(long amount) {
        HoldRequest hold = new HoldRequest(
                Ids.next(CLOCK),
                wallet,
                amount,
                CLOCK.instant().plusSeconds(60),
                "test",
                LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC));
        ledger.door().hold(hold);
        return hold;
    }

    private Journal confirming(HoldRequest hold, long amount) {
        Journal journal = paying(amount);
        return TestLedger.with(journal, journal.facts().confirming(List.of(hold.id())));
    }

    private List<Outcome> atOnce(int count, Supplier<Journal> making) {
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(ledger.later(new Submission(making.get(), null, Companion.NONE))
                    .toCompletableFuture());
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
