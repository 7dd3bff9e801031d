package org.walletcounter.transactions.internal.checkout;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.loyalty.EarningPoints;
import org.walletcounter.loyalty.MemberStandings;
import org.walletcounter.loyalty.Points;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.orders.Prices;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.internal.definitions.JsonDefinitions;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.vouchers.Vouchers;

/** Parts of the checkout without a container. */
public final class TestCheckout {

    private TestCheckout() {}

    /** What is kept of prices, read through a session that is in the caller's transaction already. */
    public static KeptPricing kept(EntityManager entities) {
        KeptPricing kept = new KeptPricing(new JsonDefinitions());
        kept.entities = entities;
        return kept;
    }

    /** What is kept of prices, as far as it tells under which version of a campaign a payment was made. */
    public static KeptPricing keptUnder(Map<UUID, Integer> versions) {
        return new KeptPricing(new JsonDefinitions()) {
            @Override
            public int versionOf(UUID paymentId, UUID campaignId) {
                return Objects.requireNonNull(versions.get(paymentId), "No such payment.");
            }
        };
    }

    /** The pricing of sales to these doors' members, in a house without tax rates and without points. */
    public static PricingSales pricing(EntityManager entities, Doors doors) {
        Shoppers shoppers = new Shoppers(doors.members(), doors.standings());
        shoppers.entities = entities;
        MakingBaskets baskets =
                new MakingBaskets(doors.prices(), new Taxing(doors.directory(), doors.parameters()), doors.directory());
        PurePricing pure = new PurePricing();
        return new PricingSales(
                new PricingWithinBudgets(doors.promotions(), doors.vouchers()),
                doors.vouchers(),
                new SpendingPoints(doors.points()),
                shoppers,
                baskets,
                pure);
    }

    /** What payments hold besides their money, as these doors say. */
    public static Joining joining(EntityManager entities, Doors doors, EarningPoints earning) {
        return new Joining(
                doors.promotions(),
                new UsedVouchers(doors.vouchers()),
                new MovedPoints(doors.points(), earning),
                kept(entities));
    }

    /** What the pricing of sales asks. */
    public record Doors(
            Members members,
            MemberStandings standings,
            Prices prices,
            Directory directory,
            Parameters parameters,
            Promotions promotions,
            Vouchers vouchers,
            Points points) {}

    /** Promises, each step in a transaction of its own, as the container does it. */
    public static KeepingPromises promises(TestPersistence persistence, Books books) {
        KeepingPromises promises =
                new KeepingPromises(
                        books.ledger(), books.vouchers(), books.members(), books.directory(), books.clock()) {
                    @Override
                    public List<Due> due(int most) {
                        return persistence.inNew(() -> super.due(most));
                    }

                    @Override
                    public void keep(Due seen) {
                        persistence.inNew(() -> {
                            super.keep(seen);
                            return seen;
                        });
                    }

                    @Override
                    public void fail(Due due, String why) {
                        persistence.inNew(() -> {
                            super.fail(due, why);
                            return due;
                        });
                    }

                    @Override
                    public void putOff(Due due, Duration pause) {
                        persistence.inNew(() -> {
                            super.putOff(due, pause);
                            return due;
                        });
                    }
                };
        promises.entities = persistence.current();
        return promises;
    }

    /** What promises are kept with. */
    public record Books(Ledger ledger, Vouchers vouchers, Members members, Directory directory, Clock clock) {}

    /** Claims cash-back from these doors' members. */
    public static ClaimingBack claiming(Ledger ledger, Members members, Clock clock) {
        return new ClaimingBack(ledger, members, clock);
    }

    /** What is kept of tax, likewise. */
    public static KeptTaxes taxes(EntityManager entities) {
        KeptTaxes taxes = new KeptTaxes();
        taxes.entities = entities;
        return taxes;
    }
}
