package org.walletcounter.web.console.promotions;

import static org.walletcounter.web.console.promotions.Asked.may;
import static org.walletcounter.web.console.promotions.Asked.must;
import static org.walletcounter.web.console.promotions.Entry.BASE;
import static org.walletcounter.web.console.promotions.Entry.CHANNELS;
import static org.walletcounter.web.console.promotions.Entry.CODE;
import static org.walletcounter.web.console.promotions.Entry.COUNT;
import static org.walletcounter.web.console.promotions.Entry.DATES;
import static org.walletcounter.web.console.promotions.Entry.DAYS;
import static org.walletcounter.web.console.promotions.Entry.GIVES;
import static org.walletcounter.web.console.promotions.Entry.MOMENT;
import static org.walletcounter.web.console.promotions.Entry.MONEY;
import static org.walletcounter.web.console.promotions.Entry.ORDER_KINDS;
import static org.walletcounter.web.console.promotions.Entry.PERCENT;
import static org.walletcounter.web.console.promotions.Entry.SEGMENTS;
import static org.walletcounter.web.console.promotions.Entry.SHARE;
import static org.walletcounter.web.console.promotions.Entry.STORES;
import static org.walletcounter.web.console.promotions.Entry.TENDERS;
import static org.walletcounter.web.console.promotions.Entry.TEXT;
import static org.walletcounter.web.console.promotions.Entry.TIER;
import static org.walletcounter.web.console.promotions.Entry.TIERS;
import static org.walletcounter.web.console.promotions.Entry.TILLS;
import static org.walletcounter.web.console.promotions.Entry.TIME;
import static org.walletcounter.web.console.promotions.Entry.VOUCHER;
import static org.walletcounter.web.console.promotions.Entry.WORDS;
import static org.walletcounter.web.console.promotions.Kind.benefit;
import static org.walletcounter.web.console.promotions.Kind.condition;
import static org.walletcounter.web.console.promotions.Kind.part;

import java.util.List;

/** Everything the form can ask: each record of {@code Benefit} and {@code Condition}, and the other parts of a campaign. */
final class Kinds {

    static final List<Kind> BENEFITS = List.of(
            benefit("ladder").listing("steps", must("from", MONEY), must("off", MONEY)),
            benefit("eachFull", must("each", MONEY), must("off", MONEY), may("most", MONEY)),
            benefit("amountOff", must("off", MONEY)),
            benefit("percentOff", must("basisPoints", PERCENT), may("most", MONEY)),
            benefit("fixedPrice", must("unitAmount", MONEY)),
            benefit("nthItem", must("nth", COUNT, "2"), must("basisPoints", PERCENT, "50")),
            benefit(
                    "buyGet",
                    must("buy", COUNT, "2"),
                    must("get", COUNT, "1"),
                    must("basisPoints", PERCENT, "100"),
                    may("choices.skus", WORDS),
                    may("choices.categories", WORDS)),
            benefit("bundle", must("price", MONEY))
                    .listing("slots", must("pieces", COUNT, "1"), may("of.skus", WORDS), may("of.categories", WORDS)),
            benefit("giftLadder")
                    .listing(
                            "steps",
                            must("from", MONEY),
                            must("sku", CODE),
                            must("names.en", TEXT),
                            must("names.zh", TEXT),
                            must("quantity", COUNT),
                            must("worth", MONEY))
                    .as(Kind.Layout.STEPS),
            benefit("happyHour")
                    .listing("slots", must("from", TIME), must("until", TIME), must("basisPoints", PERCENT)),
            benefit("tierPrice")
                    .listing("basisPointsByTier", must("tier", TIER), must("basisPoints", PERCENT))
                    .as(Kind.Layout.MAP),
            benefit(
                    "birthdayTreat",
                    must("daysBefore", COUNT, "7"),
                    must("daysAfter", COUNT, "7"),
                    must("basisPoints", PERCENT),
                    may("most", MONEY)),
            benefit("welcomePack")
                    .listing(
                            "stages",
                            must("voucherCampaignId", VOUCHER),
                            must("count", COUNT),
                            must("afterDays", COUNT),
                            must("worth", MONEY)),
            benefit("tenderOff", must("tenders", TENDERS), must("from", MONEY), must("off", MONEY)),
            benefit("randomOff").listing("chances", must("weight", COUNT), must("off", MONEY)),
            benefit("cashBack", must("basisPoints", PERCENT), may("most", MONEY), must("pendingDays", COUNT, "14")),
            benefit("clearance").listing("steps", must("daysLeft", COUNT), must("basisPoints", PERCENT)),
            benefit(
                            "lottery",
                            must("each", MONEY),
                            must("mostTickets", COUNT, "1"),
                            may("blank", COUNT),
                            may("drawDays", COUNT),
                            may("draws", COUNT),
                            may("wins", COUNT),
                            may("substitute", CODE))
                    .listing(
                            "prizes",
                            must("code", CODE),
                            must("names.en", TEXT),
                            must("names.zh", TEXT),
                            may("gives", GIVES),
                            must("weight", COUNT),
                            must("stock", COUNT),
                            must("worth", MONEY),
                            may("points", COUNT),
                            may("voucherCampaignId", VOUCHER)),
            benefit("freeItems", must("pieces", COUNT, "1")));

    static final List<Kind> CONDITIONS = List.of(
            condition("amount", must("atLeast", MONEY), may("of.skus", WORDS), may("of.categories", WORDS), base()),
            condition("quantity", must("atLeast", COUNT), may("of.skus", WORDS), may("of.categories", WORDS)),
            condition(
                    "times",
                    may("days", DAYS),
                    must("from", TIME, "00:00"),
                    must("until", TIME, "00:00"),
                    may("blackout", DATES)),
            condition("members"),
            condition("tiers", must("tiers", TIERS)),
            condition("segments", must("segments", SEGMENTS)),
            condition("firstPurchase"),
            condition("birthday", must("daysBefore", COUNT, "7"), must("daysAfter", COUNT, "7")),
            condition("tenders", must("kinds", TENDERS)),
            condition("stores", must("stores", STORES)),
            condition("tills", must("tills", TILLS)),
            condition("channels", must("channels", CHANNELS)),
            condition("orderKinds", must("kinds", ORDER_KINDS)));

    static final Kind NAMES = part("names", must("en", TEXT), must("zh", TEXT));

    static final Kind GOODS = part(
            "on",
            may("skus", WORDS),
            may("categories", WORDS),
            may("brands", WORDS),
            may("tags", WORDS),
            may("exceptSkus", WORDS),
            may("exceptCategories", WORDS));

    static final Kind STACKING = part(
            "stacking",
            may("group", CODE),
            may("atMost", COUNT),
            may("perCategory", COUNT),
            may("excludes", WORDS),
            may("priority", COUNT),
            base());

    static final Kind FUNDING = part("funding").listing("parts", must("party", CODE), must("basisPoints", SHARE));

    static final Kind DATES_OF_IT = part("dates", must("from", MOMENT), may("until", MOMENT));

    static final Kind LIMITS = part(
            "limits",
            may("budget", MONEY),
            may("total", COUNT),
            may("day", COUNT),
            may("store", COUNT),
            may("person", COUNT));

    static final Kind GUARD = part("guard", may("leastMargin", PERCENT), may("heldOut", PERCENT));

    /** What is written as text, because no form fits it. */
    static final String TEXT_KIND = "text";

    private Kinds() {}

    private static Asked base() {
        return must("base", BASE, "DISCOUNTED");
    }

    /** A kind by its code; the one that is written as text when there is none. */
    static Kind of(List<Kind> kinds, String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseGet(() -> text(kinds));
    }

    private static Kind text(List<Kind> kinds) {
        return new Kind(kinds.get(0).group(), TEXT_KIND, List.of(), "", Kind.Layout.LIST, List.of());
    }
}
