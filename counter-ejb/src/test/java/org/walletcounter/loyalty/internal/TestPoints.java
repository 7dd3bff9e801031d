package org.walletcounter.loyalty.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.loyalty.EarnRequest;
import org.walletcounter.loyalty.PointsBalance;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.loyalty.PointsReturn;
import org.walletcounter.loyalty.PointsReturnRequest;
import org.walletcounter.loyalty.Programme;
import org.walletcounter.loyalty.SpendRequest;
import org.walletcounter.testing.TestDatabase;

/** Points on the real ledger and a real database, with a shop that takes payments the way payments are taken. */
final class TestPoints implements AutoCloseable {

    private static final ExecutorService APART = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "apart");
        thread.setDaemon(true);
        return thread;
    });

    final MovingClock clock;
    final TestLedger ledger;
    final Db db;
    final JdbcPoints points;
    final UUID merchant;
    final Actor manager;
    final Actor second;
    private final ZoneId zone;
    private final AccountId revenue;
    private final AccountId cash;

    TestPoints(TestDatabase database) {
        this(database, UnaryOperator.identity());
    }

    TestPoints(TestDatabase database, UnaryOperator<String> fault) {
        this(database, fault, Instant.now(), ZoneOffset.UTC);
    }

    /** A shop in some zone whose clock begins at some moment. */
    TestPoints(TestDatabase database, Instant start, ZoneId zone) {
        this(database, UnaryOperator.identity(), start, zone);
    }

    private TestPoints(TestDatabase database, UnaryOperator<String> fault, Instant start, ZoneId zone) {
        this.clock = new MovingClock(start);
        this.zone = zone;
        this.merchant = database.newMerchant();
        this.ledger = TestLedger.on(database, clock);
        this.db = new Db(changing(ledger.transactions().source(), fault));
        this.points = new JdbcPoints(
                new JdbcPoints.Ground(db, ledger.door(), new Facts(zone), clock, this::apart), act -> {});
        this.manager = new Actor("staff:1", "Ann", "manager", merchant, null);
        this.second = new Actor("staff:2", "Bo", "manager", merchant, null);
        this.revenue = ledger.door().open(AccountTerms.free(merchant, "revenue", "GBP", "store:1"));
        this.cash = ledger.door().open(AccountTerms.free(merchant, "cash", "GBP", "store:1"));
    }

    private record Facts(ZoneId zone) implements MerchantFacts {
        @Override
        public String currency(UUID merchantId) {
            return "GBP";
        }

        @Override
        public ZoneId zone(UUID merchantId) {
            return zone;
        }
    }

    private <T> T apart(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> ledger.transactions().in(work), APART)
                .join();
    }

    <T> T in(Supplier<T> work) {
        return ledger.transactions().in(work);
    }

    /** One point per pound, a hundred points are a pound, at most half of a sale. */
    Programme programme(int pendingDays, int expiryDays) {
        return programme(pendingDays, expiryDays, List.of());
    }

    Programme programme(int pendingDays, int expiryDays, List<Programme.Multiplier> multipliers) {
        return programme(
                pendingDays,
                expiryDays == 0
                        ? new Programme.Lots(Programme.Expiry.NEVER, 0, 0)
                        : new Programme.Lots(Programme.Expiry.AFTER_DAYS, expiryDays, 3),
                multipliers);
    }

    Programme programme(int pendingDays, Programme.Lots lots, List<Programme.Multiplier> multipliers) {
        return save(new Programme(
                null,
                "house-" + UUID.randomUUID().toString().substring(0, 8),
                "House points",
                "积分",
                true,
                0,
                new Programme.Earning(Programme.Basis.AMOUNT, 1, 100, multipliers, pendingDays),
                lots,
                new Programme.Exchange(10, 10, 10, 50, null, null, null)));
    }

    Programme save(Programme programme) {
        return in(() -> points.programmes.save(manager, programme));
    }

    /** A sale as the shop remembers it. */
    static final class Sale {
        final UUID journal;
        final UUID member;
        final List<EarnRequest.Line> lines;
        final long spent;
        final long minor;
        final long earned;
        final Map<Integer, Long> back = new java.util.TreeMap<>();
        long moneyOffBack;

        Sale(UUID journal, UUID member, List<EarnRequest.Line> lines, PointsPart part, PointsPart earned) {
            this.journal = journal;
            this.member = member;
            this.lines = lines;
            this.spent = part.points();
            this.minor = part.minor();
            this.earned = earned.points();
        }

        long total() {
            return lines.stream().mapToLong(EarnRequest.Line::net).sum();
        }
    }

    Sale sell(UUID member, long... nets) {
        return sell(member, null, 0, null, nets);
    }

    /** Sells for cash and points: one journal, through the group commit. */
    Sale sell(UUID member, @Nullable UUID programme, long spending, @Nullable UUID hold, long... nets) {
        List<EarnRequest.Line> lines = new ArrayList<>();
        for (int i = 0; i < nets.length; i++) {
            lines.add(new EarnRequest.Line(i + 1, i % 2 == 0 ? "tea" : "cake", 1, nets[i]));
        }
        UUID journal = Ids.next(clock);
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long total = lines.stream().mapToLong(EarnRequest.Line::net).sum();
        PointsPart spend = programme == null || spending == 0
                ? PointsPart.NONE
                : points.exchanging.spend(
                        manager,
                        new SpendRequest(
                                member, programme, journal, "S", now, day, spending, Money.of(total, "GBP"), hold));
        PointsPart earn =
                points.earning.earn(merchant, new EarnRequest(member, journal, "S", now, day, lines, spend.minor()));
        PointsPart part = spend.and(earn);
        List<Posting> postings = new ArrayList<>(part.postings());
        postings.add(new Posting(revenue, total));
        if (total > spend.minor()) {
            postings.add(new Posting(cash, spend.minor() - total));
        }
        Journal.Facts facts = Journal.Facts.plain(now, day, "{}").confirming(part.confirms());
        submit(new Journal(journal, "payment", scope(member), facts, postings), outcome -> rows(outcome, part));
        return new Sale(journal, member, lines, spend, earn);
    }

    /** What was bought at some moment earns now, by itself, as a day's fares do. */
    void earnLate(UUID member, Instant bought, long net) {
        UUID journal = Ids.next(clock);
        LocalDate day = LocalDate.ofInstant(bought, zone);
        List<EarnRequest.Line> lines = List.of(new EarnRequest.Line(1, "Fares", 1, net));
        PointsPart part =
                points.earning.earn(merchant, new EarnRequest(member, journal, "FARES-" + day, bought, day, lines, 0));
        Journal.Facts facts = Journal.Facts.plain(clock.instant(), LocalDate.ofInstant(clock.instant(), zone), "{}");
        submit(
                new Journal(journal, "points-for-fares", scope(member), facts, part.postings()),
                outcome -> rows(outcome, part));
    }

    private static List<Companion.Row> rows(Outcome outcome, PointsPart part) {
        return outcome instanceof Outcome.Posted ? part.rows() : List.of();
    }

    private void submit(Journal journal, Companion companion) {
        Outcome outcome = ledger.door()
                .submit(new Submission(journal, null, companion))
                .toCompletableFuture()
                .join();
        if (outcome instanceof Outcome.Refused refused) {
            throw new CounterException(refused.error(), refused.arguments().toArray());
        }
    }

    private Journal.Scope scope(UUID member) {
        return new Journal.Scope(merchant, null, null, "staff:1", member);
    }

    /** Gives more of a line back; what was paid with points is given back last. */
    PointsReturn refund(Sale sale, int line, long amount) {
        synchronized (sale) {
            long net = sale.lines.get(line - 1).net();
            long before = sale.back.getOrDefault(line, 0L);
            long now = Math.min(amount, net - before);
            if (now <= 0) {
                return PointsReturn.NONE;
            }
            Map<Integer, Long> back = new java.util.TreeMap<>(sale.back);
            back.put(line, before + now);
            long all = back.values().stream().mapToLong(Long::longValue).sum();
            long moneyOffBack = Math.max(0, all - (sale.total() - sale.minor));
            PointsReturn done = in(() -> refund(sale, back, now, moneyOffBack));
            sale.back.putAll(back);
            sale.moneyOffBack = moneyOffBack;
            return done;
        }
    }

    private PointsReturn refund(Sale sale, Map<Integer, Long> back, long now, long moneyOffBack) {
        UUID journal = Ids.next(clock);
        List<PointsReturnRequest.Line> lines = back.entrySet().stream()
                .map(entry -> new PointsReturnRequest.Line(
                        entry.getKey(),
                        entry.getValue(),
                        sale.lines.get(entry.getKey() - 1).net()))
                .toList();
        PointsReturn part = points.returning.giveBack(
                merchant, new PointsReturnRequest(sale.member, sale.journal, journal, lines, moneyOffBack));
        List<Posting> postings = new ArrayList<>(part.postings());
        postings.add(new Posting(revenue, -now));
        if (now > part.minor()) {
            postings.add(new Posting(cash, now - part.minor()));
        }
        Instant moment = clock.instant();
        Journal.Facts facts = Journal.Facts.plain(moment, LocalDate.ofInstant(moment, ZoneOffset.UTC), "{}")
                .reversing(sale.journal);
        ledger.door().post(new Journal(journal, "refund", scope(sale.member), facts, postings));
        return part;
    }

    void refundAll(Sale sale) {
        for (EarnRequest.Line line : sale.lines) {
            refund(sale, line.line(), line.net());
        }
    }

    void tidy(UUID member) {
        in(() -> {
            points.tidy(merchant, member);
            return member;
        });
    }

    PointsBalance balance(UUID member) {
        return in(() -> points.reading.balances(merchant, member)).get(0);
    }

    void goOn(int days) {
        clock.goOn(Duration.ofDays(days));
    }

    List<String> findings() {
        return points.check().stream()
                .map(finding -> finding.invariant() + " " + finding.subject() + ": " + finding.detail())
                .toList();
    }

    @Override
    public void close() {
        ledger.close();
    }

    private static DataSource changing(DataSource real, UnaryOperator<String> fault) {
        return (DataSource) Proxy.newProxyInstance(
                TestPoints.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object answer = call(real, method, arguments);
                    return answer instanceof Connection connection ? changing(connection, fault) : answer;
                });
    }

    private static Connection changing(Connection real, UnaryOperator<String> fault) {
        return (Connection) Proxy.newProxyInstance(
                TestPoints.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        arguments[0] = fault.apply((String) arguments[0]);
                    }
                    return call(real, method, arguments);
                });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
