package org.walletcounter.vouchers.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.ClearingStatement;
import org.walletcounter.vouchers.VoucherView;

/**
 * What a partner honours of the shop's vouchers is cleared day by day as it stands in the partner's book. The shop bears two
 * thirds. Its clock goes far ahead, so it has it for itself.
 */
class ClearingTest {

    private static final String MIGRATION =
            "/db/migration/vouchers/V20261201080000__what_is_undone_is_cleared_on_its_own_day.sql";

    private final TestDatabase database = TestDatabase.fresh();
    private final TestVouchers.Shifting clock = new TestVouchers.Shifting();
    private final TestLedger books = TestLedger.on(database, clock);
    private final TestVouchers shop = new TestVouchers(books, clock, ledger -> ledger);
    private final Actor there = shop.partner();
    private final UUID campaign = shop.joint(there, Forms.way(Way.CODE).of(10L, null, null));

    @AfterEach
    void close() {
        books.close();
    }

    /** The day of the use may be settled before goods come back on others. */
    @Test
    void whatComesBackLaterIsClearedThenAndLeavesTheDayOfTheUseAsItWas() {
        UUID voucher = voucher();
        UUID payment = paid(voucher, 101);
        LocalDate used = today();

        LocalDate first = daysLater(7);
        undo(voucher, payment, 40);
        assertThat(owed(used, used)).isEqualTo(67);
        assertThat(owed(first, first)).isEqualTo(-27);

        LocalDate last = daysLater(2);
        undo(voucher, payment, 61);
        assertThat(shop.vouchers.comeBack(there, voucher, payment).state()).isEqualTo(VoucherView.State.IN_HAND);
        assertThat(owed(used, used)).isEqualTo(67);
        assertThat(owed(first, first)).isEqualTo(-27);
        assertThat(owed(last, last)).isEqualTo(-40);
        assertThat(owed(used, last)).isZero();
        for (LocalDate day : List.of(used, first, last)) {
            assertThat(owed(day, day)).as("owed on %s", day).isEqualTo(inTheBook(day));
        }
        assertThat(shop.campaigns.clearing(there, last, last).nets())
                .extracting(ClearingStatement.Net::amount)
                .containsExactly(Money.of(-40, "GBP"));
        assertThat(redemptions(used, used)).isEqualTo(1);
        assertThat(redemptions(last, last)).isZero();
        assertThat(shop.findings()).isEmpty();
    }

    /** Kept goods, priced anew, may get again what others had. */
    @Test
    void whatKeptGoodsGetAgainIsOwedOnTheDayTheyGetIt() {
        UUID voucher = voucher();
        UUID payment = paid(voucher, 101);
        undo(voucher, payment, 101);
        LocalDate used = today();
        assertThat(owed(used, used)).isZero();

        LocalDate next = daysLater(1);
        undo(voucher, payment, -101);
        assertThat(owed(used, used)).isZero();
        assertThat(owed(next, next)).isEqualTo(67);
        assertThat(inTheBook(next)).isEqualTo(67);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void aVoucherUsedAgainAfterItCameBackIsClearedOnceForEachUse() {
        UUID voucher = voucher();
        UUID payment = paid(voucher, 101);
        LocalDate used = today();

        LocalDate again = daysLater(7);
        undo(voucher, payment, 101);
        shop.vouchers.comeBack(there, voucher, payment);
        paid(voucher, 50);
        assertThat(owed(used, used)).isEqualTo(67);
        assertThat(owed(again, again)).isEqualTo(33 - 67);
        assertThat(inTheBook(again)).isEqualTo(33 - 67);
        assertThat(redemptions(used, again)).isEqualTo(2);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whatIsUndoneCannotBeChangedAfterwards() {
        UUID voucher = voucher();
        undo(voucher, paid(voucher, 101), 40);

        for (String change : List.of("UPDATE vouchers.undoing SET amount = 1", "DELETE FROM vouchers.undoing")) {
            assertThatThrownBy(() -> shop.in(() -> shop.database.change(change)))
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    /** Before the days of returns were noted, a past statement changed with them; what it said last stays. */
    @Test
    void whatWasUndoneBeforeItsDayWasNotedIsTakenOffTheDayOfTheUse() throws IOException {
        UUID inPart = voucher();
        UUID whole = voucher();
        UUID paidInPart = paid(inPart, 101);
        UUID paidWhole = paid(whole, 50);
        LocalDate used = today();
        LocalDate back = daysLater(7);
        undo(inPart, paidInPart, 40);
        shop.vouchers.comeBack(there, whole, paidWhole);

        database.asOwner("TRUNCATE vouchers.undoing", moving());
        assertThat(owed(used, used)).isEqualTo(67 - 27);
        assertThat(owed(back, back)).isZero();
    }

    /** The statement of the migration that moves what was there. */
    private static String moving() throws IOException {
        try (InputStream file = Objects.requireNonNull(ClearingTest.class.getResourceAsStream(MIGRATION))) {
            String sql = new String(file.readAllBytes(), UTF_8);
            int from = sql.indexOf("INSERT INTO");
            return sql.substring(from, sql.indexOf(';', from));
        }
    }

    private UUID voucher() {
        return shop.vouchers.byCode(there, shop.codes(campaign, 1).get(0), null).id();
    }

    private UUID paid(UUID voucher, long saving) {
        Outcome outcome = shop.pay(there, List.of(TestVouchers.use(voucher, saving)), "there");
        return ((Outcome.Posted) outcome).journalId();
    }

    /** As a refund does it: what goes back to funders is taken from revenue. */
    private void undo(UUID voucher, UUID payment, long minor) {
        List<Posting> postings = new ArrayList<>(shop.vouchers.undo(there, voucher, payment, Money.of(minor, "GBP")));
        AccountTerms revenue = AccountTerms.free(there.merchantId(), "revenue", "GBP", "store:1");
        postings.add(new Posting(shop.ledger.open(revenue), -minor));
        shop.ledger.post(new Journal(
                Ids.next(clock),
                "refund",
                new Journal.Scope(there.merchantId(), null, null, there.id(), null),
                Journal.Facts.plain(clock.instant(), today(), "{}"),
                postings));
    }

    private LocalDate daysLater(int days) {
        clock.forward(Duration.ofDays(days));
        return today();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What the shop owes for what the partner honoured. */
    private long owed(LocalDate from, LocalDate to) {
        return shop.campaigns.clearing(shop.manager(), from, to).lines().stream()
                .mapToLong(line -> line.owedByUs().minor())
                .sum();
    }

    private long redemptions(LocalDate from, LocalDate to) {
        return shop.campaigns.clearing(shop.manager(), from, to).lines().stream()
                .mapToLong(ClearingStatement.Line::redemptions)
                .sum();
    }

    /** The same, as the partner's book has it. */
    private long inTheBook(LocalDate day) {
        return shop.in(() -> shop.database.number(
                "SELECT coalesce(-sum(p.amount), 0)::int8 FROM ledger.posting p JOIN ledger.account a"
                        + " ON a.id = p.account_id JOIN ledger.journal j ON j.id = p.journal_id"
                        + " WHERE a.merchant_id = ? AND a.kind = 'voucher-clearing' AND j.business_day = ?",
                there.merchantId(),
                day));
    }
}
