package org.walletcounter.promotions.internal.backtests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.PastSales;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.QuoteRequest;

/**
 * Works on back-tests, a slice at a time: claims one, prices page after page of past sales, and keeps how far it is after each
 * slice. What is not kept is done again by whoever goes on. One thread at a time.
 */
final class Worker {

    private static final int PAGE = 200;

    private final BackTestRows rows;
    private final PastSales sales;
    private final Pricing pricing;
    private final Clock clock;
    private @Nullable Run run;

    Worker(BackTestRows rows, PastSales sales, Pricing pricing, Clock clock) {
        this.rows = rows;
        this.sales = sales;
        this.pricing = pricing;
        this.clock = clock;
    }

    /** Works for about so long; answers whether there was anything to do. */
    boolean work(Duration slice) {
        Run current = run == null ? claim() : run;
        run = null;
        if (current == null) {
            return false;
        }
        Instant enough = clock.instant().plus(slice);
        boolean done = false;
        do {
            done = page(current);
        } while (!done && clock.instant().isBefore(enough));
        boolean ours = rows.keep(current.claimed, current.progress(), done, clock.instant());
        run = ours && !done ? current : null;
        return true;
    }

    private @Nullable Run claim() {
        Instant now = clock.instant();
        int failed = rows.giveUp(now);
        if (failed > 0) {
            BackTestLog.LOG.gaveUp(failed);
        }
        BackTestRows.Claimed claimed = rows.claim(now).orElse(null);
        if (claimed == null) {
            return null;
        }
        if (!claimed.counted()) {
            rows.count(claimed, sales.count(claimed.period()));
        }
        return new Run(claimed, new Trial(pricing, claimed.draft(), claimed.rivals()));
    }

    private boolean page(Run current) {
        List<PastSales.PastSale> page = sales.next(current.claimed.period(), current.last, PAGE);
        page.forEach(current::look);
        return page.size() < PAGE;
    }

    /** One run while it is worked on. */
    private static final class Run {

        private final BackTestRows.Claimed claimed;
        private final Trial trial;
        private final Tally tally;
        private PastSales.@Nullable Cursor last;
        private long done;

        Run(BackTestRows.Claimed claimed, Trial trial) {
            this.claimed = claimed;
            this.trial = trial;
            tally = new Tally(
                    claimed.progress().result(), claimed.draft().content().limits());
            last = claimed.progress().last();
            done = claimed.progress().done();
        }

        void look(PastSales.PastSale sale) {
            QuoteRequest request = sale.request();
            if (request == null) {
                tally.skip();
            } else {
                tally.add(sale.cursor().day(), trial.price(request));
            }
            last = sale.cursor();
            done++;
        }

        BackTestRows.Progress progress() {
            return new BackTestRows.Progress(done, last, tally.result());
        }
    }
}
