package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.reporting.BoardView;
import org.walletcounter.reporting.LiveBoard;
import org.walletcounter.transactions.PaymentQuery;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.Transactions;

/** The live board: how the day goes when the page is opened; afterwards the browser is told of every move. */
@Named("boardView")
@RequestScoped
@AnswersRefusals
public class BoardPageView {

    private static final int LATEST = 8;
    private static final long FULL_HEIGHT = 160;

    @Inject
    private LiveBoard liveBoard;

    @Inject
    private Transactions transactions;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    private @Nullable BoardView board;
    private List<PaymentView> latest = List.of();

    /** Reads the day so far and the latest payments. */
    public void load() {
        board = liveBoard.today(console.getActor(), console.getStoreId());
        PaymentQuery query =
                new PaymentQuery(null, null, console.getStoreId(), null, null, null, null, null, null, LATEST);
        latest = transactions.find(console.getActor(), query).items();
    }

    public @Nullable BoardView getBoard() {
        return board;
    }

    public List<PaymentView> getLatest() {
        return latest;
    }

    /** The bars of the hour chart. */
    public List<Bar> getBars() {
        List<Money> hours = board == null ? List.of() : board.hours();
        long highest = hours.stream().mapToLong(Money::minor).max().orElse(0);
        return IntStream.range(0, hours.size())
                .mapToObj(hour -> Bar.of(hour, hours.get(hour), highest))
                .toList();
    }

    /** The best hour's amount: what the chart's height stands for. */
    public String getHighest() {
        List<Money> hours = board == null ? List.of() : board.hours();
        return hours.stream()
                .filter(Money::isPositive)
                .max(Money::compareTo)
                .map(show::money)
                .orElse("");
    }

    /** One hour's bar; lengths in the units of the chart's view box. */
    public record Bar(int hour, Money amount, long height, long top) {

        /** The hour with two digits. */
        public String label() {
            return hour < 10 ? "0" + hour : Integer.toString(hour);
        }

        static Bar of(int hour, Money amount, long highest) {
            long height = highest <= 0 ? 0 : Math.max(0, amount.minor()) * FULL_HEIGHT / highest;
            return new Bar(hour, amount, height, FULL_HEIGHT - height);
        }
    }
}
