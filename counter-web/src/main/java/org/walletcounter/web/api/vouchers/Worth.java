package org.walletcounter.web.api.vouchers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Funding;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.vouchers.PlainTerms;
import org.walletcounter.web.api.JsonBody;

/**
 * What a voucher is worth, in the few words that most campaigns need. Whoever needs more sends whole terms in the
 * promotions' own language.
 *
 * @param kind AMOUNT, PERCENT, GIFT or EXCHANGE
 * @param off minor units, for AMOUNT
 * @param basisPoints hundredths of a percent, for PERCENT
 * @param most the most that PERCENT takes off, or null
 * @param from from so much in the basket on, or null
 * @param sku what is given, for GIFT, or exchanged, for EXCHANGE; null: any goods
 * @param pieces how many, for GIFT and EXCHANGE
 */
public record Worth(
        String kind,
        @Nullable Long off,
        @Nullable Integer basisPoints,
        @Nullable Long most,
        @Nullable Long from,
        @Nullable String sku,
        @Nullable Integer pieces) {

    static Worth read(JsonBody json) {
        return new Worth(
                json.text("kind"),
                json.optionalNumber("off"),
                json.has("basisPoints") ? json.count("basisPoints") : null,
                json.optionalNumber("most"),
                json.optionalNumber("from"),
                json.optionalText("sku"),
                json.has("pieces") ? json.count("pieces") : null);
    }

    /** The few words of terms, as far as they can be said so. */
    static Worth of(VoucherTerms terms) {
        Benefit benefit = terms.terms().benefit();
        long threshold = PlainTerms.of(terms).from();
        Long from = threshold == 0 ? null : Long.valueOf(threshold);
        Worth plain = new Worth("OTHER", null, null, null, from, null, null);
        if (benefit instanceof Benefit.AmountOff amount) {
            return new Worth("AMOUNT", amount.off(), null, null, from, null, null);
        }
        if (benefit instanceof Benefit.PercentOff percent) {
            return new Worth("PERCENT", null, percent.basisPoints(), percent.most(), from, null, null);
        }
        if (benefit instanceof Benefit.FreeItems free) {
            String sku = terms.terms().on().skus().stream().findFirst().orElse(null);
            return new Worth("EXCHANGE", null, null, null, from, sku, free.pieces());
        }
        if (benefit instanceof Benefit.GiftLadder gift) {
            Benefit.GiftLadder.Present present = gift.steps().get(0).choices().get(0);
            return new Worth("GIFT", null, null, null, from, present.sku(), present.quantity());
        }
        return plain;
    }

    /** Whole terms of these few words; refused as the promotions refuse them, at the field. */
    VoucherTerms terms(String nameEn, String nameZh, String currency, JsonBody json) {
        Condition when = from == null || from == 0 ? Condition.ALWAYS : Condition.from(from);
        Selection on = kind.equals("EXCHANGE") && sku != null ? Selection.ofSkus(sku) : Selection.ALL;
        Terms.Names names = new Terms.Names(nameEn, nameZh);
        return new VoucherTerms(
                new Terms(names, currency, when, on, benefit(names, json), Stacking.FREE, Funding.MERCHANT), 1);
    }

    private Benefit benefit(Terms.Names names, JsonBody json) {
        return switch (kind) {
            case "AMOUNT" -> new Benefit.AmountOff(or(off, 0));
            case "PERCENT" -> new Benefit.PercentOff(basisPoints == null ? 0 : basisPoints, most);
            case "EXCHANGE" -> new Benefit.FreeItems(pieces == null ? 1 : pieces);
            case "GIFT" -> gift(names);
            default -> throw json.invalid("kind");
        };
    }

    private Benefit gift(Terms.Names names) {
        Benefit.GiftLadder.Present present =
                new Benefit.GiftLadder.Present(sku == null ? "" : sku, names, pieces == null ? 1 : pieces, or(off, 0));
        return new Benefit.GiftLadder(List.of(new Benefit.GiftLadder.Step(or(from, 0), List.of(present))));
    }

    private static long or(@Nullable Long number, long otherwise) {
        return number == null ? otherwise : number;
    }
}
