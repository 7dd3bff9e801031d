package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Money;
import org.walletcounter.reporting.BoardView;
import org.walletcounter.reporting.BoardView.ByTender;
import org.walletcounter.reporting.internal.SalesBooks.Sale;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.transactions.PaymentSettled;
import org.walletcounter.transactions.TenderKind;

class LiveBoardTest {

    private static final LocalDate TODAY = LocalDate.now(Clock.system(ZoneId.of("Europe/London")));

    private SalesBooks books;
    private MovableClock clock;

    @BeforeEach
    void openBooks() {
        books = new SalesBooks(TestDatabase.shared(), "GBP");
        clock = new MovableClock();
    }

    @AfterEach
    void closeBooks() {
        books.close();
    }

    @Test
    void countsTheDay() {
        UUID first = books.pay(sale(9, "WALLET", 8800));
        books.pay(sale(9, "CASH", 1200));
        books.payMixed(sale(17, "MIXED", 501));
        books.refuse(sale(17, "WALLET", 99999));
        books.cancel(sale(18, "CASH", 4200));
        books.refund(first, sale(18, "WALLET", 300));
        books.pay(new Sale(TODAY.minusDays(1), "CASH", 77));

        BoardView view = board(null).view(0);

        assertThat(view.day()).isEqualTo(TODAY);
        assertThat(view.attempts()).isEqualTo(5);
        assertThat(view.paid()).isEqualTo(3);
        assertThat(view.refused()).as("who was cancelled was not refused").isOne();
        assertThat(view.amount()).isEqualTo(pounds(10501));
        assertThat(view.refunded()).isEqualTo(pounds(300));
        assertThat(view.tenders())
                .containsExactly(
                        new ByTender(TenderKind.WALLET, 2, pounds(9050)),
                        new ByTender(TenderKind.CASH, 2, pounds(1451)));
        assertThat(view.hours()).hasSize(24);
        assertThat(view.hours().get(9)).isEqualTo(pounds(10000));
        assertThat(view.hours().get(17)).isEqualTo(pounds(501));
    }

    @Test
    void tellsWhatNineteenOfTwentyPaymentsStayUnder() {
        for (int millis = 1; millis <= 40; millis++) {
            books.pay(sale(9, "CASH", 1)); // the books let each take one millisecond more than the one before
        }

        assertThat(board(null).view(0).p95Millis()).isEqualTo(38);
    }

    @Test
    void showsAnEmptyDayAsZeroes() {
        BoardView view = board(null).view(0);

        assertThat(view.attempts()).isZero();
        assertThat(view.amount()).isEqualTo(pounds(0));
        assertThat(view.hours()).containsOnly(pounds(0));
    }

    @Test
    void showsOneStoreAlone() {
        books.pay(sale(9, "CASH", 100));
        books.pay(sale(9, "CASH", 70), books.otherStore);

        assertThat(board(books.otherStore.id()).view(0).amount()).isEqualTo(pounds(70));
    }

    @Test
    void readsAgainOnlyWhenSomethingMovedHere() {
        Board board = board(null);
        BoardView before = board.view(0);
        clock.pass(Duration.ofSeconds(1));
        assertThat(board.view(0)).isSameAs(before);

        books.pay(sale(9, "CASH", 100));
        BoardView after = board.view(1);

        assertThat(after.amount()).isEqualTo(pounds(100));
    }

    @Test
    void readsOnWhenTheClockIsSetBack() {
        Board board = board(null);
        board.view(0);
        clock.pass(Duration.ofHours(-2));

        books.pay(sale(9, "CASH", 100));

        assertThat(board.view(1).amount()).isEqualTo(pounds(100));
    }

    @Test
    void restsBetweenTwoReadings() {
        Board board = board(null);
        board.view(0);
        books.pay(sale(9, "CASH", 100));

        assertThat(board.view(1).paid()).isZero();
        clock.pass(Duration.ofMillis(400));
        assertThat(board.view(1).paid()).isOne();
    }

    @Test
    void findsWhatAnotherNodeWrote() {
        Board board = board(null);
        board.view(0);
        books.pay(sale(9, "CASH", 100));
        clock.pass(Duration.ofMillis(1500));
        assertThat(board.view(0).paid()).isZero();
        clock.pass(Duration.ofSeconds(1));

        assertThat(board.view(0).paid()).isOne();
    }

    @Test
    void countsMovesPerMerchant() {
        BoardPulse pulse = new BoardPulse();
        pulse.settled(new PaymentSettled(UUID.randomUUID(), books.merchant.id(), books.store.id(), TODAY, "paid"));

        assertThat(pulse.of(books.merchant.id())).isOne();
        assertThat(pulse.of(UUID.randomUUID())).isZero();
    }

    @Test
    void pushesToAScreenOnlyWhatItHasNotSeen() {
        Board board = board(null);
        long[] pulse = {0};
        BoardScreens screens = new BoardScreens(key -> board.view(pulse[0]));
        List<BoardView> shown = new ArrayList<>();
        screens.add(new BoardKey(books.merchant.id(), null), shown::add);

        screens.push();
        screens.push();
        books.pay(sale(9, "CASH", 100));
        clock.pass(Duration.ofSeconds(1));
        pulse[0]++;
        screens.push();

        assertThat(shown).extracting(BoardView::paid).containsExactly(0L, 1L);
    }

    @Test
    void dropsAScreenThatThrowsAndKeepsTheOthers() throws Exception {
        BoardScreens screens = new BoardScreens(key -> board(null).view(0));
        BoardKey key = new BoardKey(books.merchant.id(), null);
        List<BoardView> shown = new ArrayList<>();
        screens.add(key, view -> {
            throw new IllegalStateException("gone");
        });
        AutoCloseable watching = screens.add(key, shown::add);

        screens.push();

        assertThat(shown).hasSize(1);
        assertThat(screens.count()).isOne();
        watching.close();
        assertThat(screens.count()).isZero();
    }

    private Board board(@Nullable UUID storeId) {
        BoardDay day = new BoardDay(books.merchant.id(), storeId, TODAY, books.merchant.zone(), "GBP");
        return new Board(day, new BoardQuery(TestDatabase.shared().app()), clock);
    }

    private static Sale sale(int hour, String tender, long amount) {
        return new Sale(TODAY, LocalTime.of(hour, 30), tender, amount, "Tea", "Ada");
    }

    private static Money pounds(long minor) {
        return Money.of(minor, "GBP");
    }

    /** A clock that moves when told to. */
    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
