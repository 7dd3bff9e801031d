package org.walletcounter.loyalty.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.loyalty.EarnRequest;
import org.walletcounter.loyalty.EarningPoints;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.PointsBalance;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.loyalty.SpendRequest;
import org.walletcounter.testing.TestDatabase;

/** Points on a real database for other modules' tests: the doors that a payment uses, as the server's beans answer them. */
public final class TestPointsDoors implements AutoCloseable {

    private final TestPoints shop;

    /** A merchant of its own with one point per pound, at once; ten points are ten pence off, at most half of a sale. */
    public TestPointsDoors(TestDatabase database) {
        this.shop = new TestPoints(database);
        shop.programme(0, 0);
    }

    /** Whose they are. */
    public UUID merchant() {
        return shop.merchant;
    }

    /** The books they stand in. */
    public TestLedger ledger() {
        return shop.ledger;
    }

    /** Their clock. */
    public MovingClock clock() {
        return shop.clock;
    }

    /** Gives a member points, by a sale. */
    public void give(UUID member, long points) {
        shop.sell(member, 100 * points);
        shop.tidy(member);
    }

    /** The points that a member can spend now. */
    public long available(UUID member) {
        shop.tidy(member);
        return shop.in(() -> shop.points.reading.balances(shop.merchant, member)).stream()
                .mapToLong(PointsBalance::available)
                .sum();
    }

    /** What is wrong with the points and with the books. */
    public List<String> findings() {
        List<String> all = new java.util.ArrayList<>(shop.findings());
        shop.ledger.door().check().forEach(finding -> all.add(finding.toString()));
        return all;
    }

    /** What sales earn. */
    public EarningPoints earning() {
        return new EarningPoints() {
            @Override
            public PointsPart earn(Actor actor, EarnRequest request) {
                return shop.points.earning.earn(actor.merchantId(), request);
            }

            @Override
            public boolean earns(Actor actor) {
                return shop.points.earning.earns(actor.merchantId());
            }
        };
    }

    /** What points may do for a sale; nothing else of the door is answered. */
    public Points points() {
        return (Points) Proxy.newProxyInstance(
                TestPointsDoors.class.getClassLoader(),
                new Class<?>[] {Points.class},
                (self, method, arguments) -> shop.in(() -> answer(method, arguments)));
    }

    private Object answer(Method method, Object[] arguments) {
        Actor actor = (Actor) arguments[0];
        return switch (method.getName()) {
            case "offers" -> {
                shop.points.tidy(actor.merchantId(), (UUID) arguments[1]);
                yield shop.points.exchanging.offers(actor.merchantId(), (UUID) arguments[1], (Money) arguments[2]);
            }
            case "spend" -> {
                shop.points.tidy(actor.merchantId(), ((SpendRequest) arguments[1]).memberId());
                yield shop.points.exchanging.spend(actor, (SpendRequest) arguments[1]);
            }
            default -> throw new IllegalStateException("Nobody asks for " + method.getName() + " here.");
        };
    }

    /** Goes on to another day. */
    public void nextDay() {
        shop.clock.goOn(Duration.ofDays(1));
    }

    @Override
    public void close() {
        shop.close();
    }
}
