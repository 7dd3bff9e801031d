package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.Payer;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.transactions.HistoricalSale;
import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.internal.checkout.Joined;

/** Attempts go through the real ledger into a real database. */
class BookingPaymentsTest {

    private final Clock clock = Clock.systemUTC();
    private final TestDatabase database = TestDatabase.shared();
    private final TestLedger ledger = TestLedger.on(database, clock);
    private final UUID merchant = database.newMerchant();
    private final UUID store = UUID.randomUUID();
    private final UUID member = UUID.randomUUID();
    private final Actor cashier = new Actor("staff:1", "Ann", "cashier", merchant, null);
    private final BookAccounts accounts = new BookAccounts(new AccountOpening(ledger.door()));
    private final PaymentJournals journals = new PaymentJournals(accounts);
    private final AccountId wallet =
            ledger.door().open(AccountTerms.constrained(merchant, "wallet", "GBP", "member:" + member));

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void aCashPaymentIsBookedWithItsTenderLineAnswerAndMessage() throws SQLException {
        Attempt attempt = attempt("k1", "S-1", cash(590, 1000), Attempt.Customer.UNKNOWN);
        assertThat(submit(attempt)).isInstanceOf(Outcome.Posted.class);
        UUID id = attempt.answer().payment().id();
        assertThat(rows("SELECT state, amount, tender_kind, sale_number FROM transactions.payment WHERE id = ?", id))
                .containsExactly("SUCCEEDED|590|CASH|S-1");
        assertThat(rows("SELECT kind, amount, received, account_id FROM transactions.tender WHERE payment_id = ?", id))
                .containsExactly("CASH|590|1000|null");
        assertThat(rows("SELECT sku, quantity, amount FROM transactions.sale_line WHERE payment_id = ?", id))
                .containsExactly("CUP|2|590");
        assertThat(rows("SELECT topic FROM kernel.outbox WHERE aggregate = ?", id))
                .containsExactly("payment.succeeded");
        assertThat(rows(
                        "SELECT status, answer FROM kernel.command WHERE id = ?",
                        attempt.head().key().claimId()))
                .containsExactly("201|" + attempt.answer().json());
    }

    @Test
    void theDrawerMirrorsWhatTheRevenueHolds() {
        submit(attempt("k1", "S-1", cash(590, 590), Attempt.Customer.UNKNOWN));
        assertThat(balance(accounts.revenue(merchant, store, "GBP"))).isEqualTo(590);
        assertThat(balance(accounts.cash(merchant, store, null, "GBP"))).isEqualTo(-590);
    }

    @Test
    void aWalletWithoutEnoughMoneyIsRefusedAndTheRefusalIsKept() throws SQLException {
        Attempt attempt = attempt("k1", "S-1", fromWallet(590), customer(null));
        submit(attempt);
        assertThat(attempt.answer().payment().state()).isEqualTo(PaymentState.REFUSED);
        assertThat(attempt.answer().payment().refusal()).isEqualTo(LedgerError.INSUFFICIENT_FUNDS.code());
        assertThat(attempt.answer().payment().receiptToken()).isNull();
        assertThat(attempt.answer().json()).contains("\"refusalArguments\":[");
        UUID id = attempt.answer().payment().id();
        assertThat(rows("SELECT state, journal_id, receipt_key FROM transactions.payment WHERE id = ?", id))
                .containsExactly("REFUSED|null|null");
        assertThat(balance(wallet)).isZero();
    }

    @Test
    void aRefusedPayerIsKeptAsARefusedPaymentAndStaysRefused() throws SQLException {
        Attempt.Customer refused = new Attempt.Customer(null, new CounterException(MemberError.CODE_INVALID));
        Attempt attempt = attempt("k1", "S-1", fromWallet(590), refused);
        submit(attempt);
        assertThat(attempt.answer().payment().refusal()).isEqualTo(MemberError.CODE_INVALID.code());
        assertThat(rows("SELECT refusal FROM transactions.payment WHERE merchant_id = ?", merchant))
                .containsExactly("members.CODE_INVALID");
        assertThat(submit(attempt("k1", "S-1", cash(590, 590), Attempt.Customer.UNKNOWN)))
                .isInstanceOf(Outcome.Repeated.class);
    }

    @Test
    void oneKeyBooksOneAndOneSaleIsPaidOnce() throws SQLException {
        submit(attempt("k1", "S-1", cash(590, 590), Attempt.Customer.UNKNOWN));
        assertThat(submit(attempt("k1", "S-1", cash(590, 590), Attempt.Customer.UNKNOWN)))
                .isInstanceOf(Outcome.Repeated.class);
        Attempt second = attempt("k2", "S-1", cash(590, 590), Attempt.Customer.UNKNOWN);
        submit(second);
        assertThat(second.answer().payment().refusal()).isEqualTo("transactions.SALE_ALREADY_PAID");
        assertThat(rows("SELECT state FROM transactions.payment WHERE merchant_id = ? ORDER BY id", merchant))
                .containsExactly("SUCCEEDED", "REFUSED");
    }

    @Test
    void oneCodeNeverPaysTwice() {
        fill(2000);
        Claim code = new Claim("code", "10000:42", MemberError.CODE_ALREADY_USED);
        Attempt first = attempt("k1", "S-1", fromWallet(590), customer(code));
        Attempt second = attempt("k2", "S-2", fromWallet(590), customer(code));
        submit(first);
        submit(second);
        assertThat(first.answer().payment().state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(second.answer().payment().refusal()).isEqualTo("members.CODE_ALREADY_USED");
        assertThat(balance(wallet)).isEqualTo(1410);
    }

    @Test
    void historyIsBookedOnceAndKeepsItsOwnDay() throws SQLException {
        RecordingSales recording = new RecordingSales(ledger.door(), accounts, clock);
        HistoricalSale sale = new HistoricalSale(
                store,
                "536365",
                Instant.parse("2010-12-01T08:26:00Z"),
                LocalDate.of(2010, 12, 1),
                member,
                List.of(line(), line()),
                Money.of(1180, "GBP"));
        Actor system = Actor.system(merchant);
        assertThat(recording.record(system, List.of(sale, sale)))
                .extracting(each -> each.result().name())
                .containsExactlyInAnyOrder("BOOKED", "ALREADY_THERE"); // two writers may take one each
        assertThat(rows(
                        "SELECT business_day, amount, tender_kind, journal_id IS NOT NULL FROM transactions.payment"
                                + " WHERE merchant_id = ?",
                        merchant))
                .containsExactly("2010-12-01|1180|HISTORICAL|t");
        assertThat(balance(accounts.historical(merchant, store, "GBP"))).isEqualTo(-1180);
    }

    private Outcome submit(Attempt attempt) {
        return ledger.door()
                .submit(new Submission(journals.of(attempt), attempt.head().key(), attempt))
                .toCompletableFuture()
                .join();
    }

    private Attempt attempt(String key, String sale, Tender tender, Attempt.Customer customer) {
        PaymentRequest request = new PaymentRequest(
                store, null, sale, List.of(), tender.amount(), customer.payer() == null ? null : "x", List.of(tender));
        Attempt.Head head = new Attempt.Head(
                cashier,
                CommandKey.of(merchant.toString(), key, request.toString()),
                Ids.next(clock),
                Ids.next(clock),
                clock.instant(),
                LocalDate.of(2026, 11, 22),
                clock);
        return new Attempt(head, request, List.of(line()), customer, Joined.NONE);
    }

    private Attempt.Customer customer(@Nullable Claim claim) {
        return new Attempt.Customer(new Payer(member, wallet, claim, "Ms. L***", "en"), null);
    }

    private void fill(long minor) {
        AccountId cash = accounts.cash(merchant, store, null, "GBP");
        ledger.submit(ledger.journal(merchant, "top-up", new Posting(cash, -minor), new Posting(wallet, minor)));
    }

    private long balance(AccountId account) {
        return ledger.door().account(account).orElseThrow().balance();
    }

    private static PricedLine line() {
        return new PricedLine(1, null, "CUP", "Cup", "Cups", 2, 295, 590);
    }

    private static Tender cash(long amount, long received) {
        return new Tender(TenderKind.CASH, Money.of(amount, "GBP"), Money.of(received, "GBP"));
    }

    private static Tender fromWallet(long amount) {
        return new Tender(TenderKind.WALLET, Money.of(amount, "GBP"), null);
    }

    private List<String> rows(String sql, UUID parameter) throws SQLException {
        try (Connection connection = database.app().getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, parameter);
            List<String> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.add(String.valueOf(row.getString(i)));
                    }
                    rows.add(String.join("|", values));
                }
            }
            return rows;
        }
    }
}
