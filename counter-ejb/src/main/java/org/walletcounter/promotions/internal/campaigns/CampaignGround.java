package org.walletcounter.promotions.internal.campaigns;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.Draws;
import org.walletcounter.promotions.GoodsForSale;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.PriceLists;
import org.walletcounter.promotions.internal.definitions.JsonDefinitions;
import org.walletcounter.promotions.internal.draws.SeedSeal;
import org.walletcounter.promotions.internal.draws.Seeds;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.promotions.internal.tables.Tables;

/** Campaigns put together: on a data source and a ledger, whether in the server or in a test. */
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // all parts of campaigns meet here
public final class CampaignGround {

    private final LiveOffers live;
    private final Financing financing;
    private final PricingWithinLimits pricing;
    private final Campaigns campaigns;
    private final PriceLists lists;
    private final Drawing drawing;

    /** On these. */
    public CampaignGround(
            DataSource source,
            Ledger ledger,
            House house,
            GoodsForSale goods,
            Clock clock,
            Consumer<PrivilegedAct> acts,
            Supplier<SeedSeal> seal) {
        CampaignRows rows = new CampaignRows(source, new JsonDefinitions());
        Budgets budgets = new Budgets(ledger, clock);
        PriceListing listing = new PriceListing(new Tables(source), rows, new JsonDefinitions(), clock, acts);
        lists = listing;
        live = new LiveOffers(rows, budgets, listing, house::guard, clock);
        financing = new Financing(ledger, budgets, live, house);
        pricing = new PricingWithinLimits(new PurePricing(), financing);
        drawing = new Drawing(rows, new Seeds(new Tables(source), seal), new PrizeStock(ledger, budgets), clock);
        Losses losses = new Losses(goods, new PurePricing(), house, clock);
        campaigns = new Campaigning(rows, budgets, house, losses, drawing, clock, acts);
    }

    LiveOffers live() {
        return live;
    }

    Financing financing() {
        return financing;
    }

    PricingWithinLimits pricing() {
        return pricing;
    }

    Drawing drawing() {
        return drawing;
    }

    /** The door to draws. */
    public Draws draws() {
        return drawing;
    }

    /** What is live for a merchant now, with the numbers drawn for a sale. */
    public Offers offers(UUID merchantId, String reference) {
        return drawing.drawn(live.of(merchantId), reference);
    }

    /** What is live and not drawn by chance. */
    public Offers untold(UUID merchantId) {
        return Drawing.untold(live.of(merchantId));
    }

    /** What is live for a merchant now. */
    public Offers offers(UUID merchantId) {
        return live.of(merchantId);
    }

    /** The door to price lists. */
    public PriceLists lists() {
        return lists;
    }

    /** The door. */
    public Campaigns campaigns() {
        return campaigns;
    }
}
