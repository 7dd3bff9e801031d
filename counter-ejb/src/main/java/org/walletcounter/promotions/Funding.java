package org.walletcounter.promotions;

import java.util.List;
import org.walletcounter.kernel.CounterException;

/**
 * Who pays for a reduction (费用承担). The parts are 100 % together.
 *
 * @param parts at least one
 */
public record Funding(List<Part> parts) {

    /** The merchant pays for it alone. */
    public static final Funding MERCHANT = new Funding(List.of(new Part("merchant", Sound.WHOLE)));

    /** Refuses parts that are not a whole. */
    public Funding {
        parts = List.copyOf(parts);
        if (parts.stream().mapToInt(Part::basisPoints).sum() != Sound.WHOLE) {
            throw CounterException.at("parts", PromotionError.SHARES_NOT_WHOLE);
        }
    }

    /**
     * One who pays.
     *
     * @param party "merchant", "supplier:…", "merchant:&lt;id&gt;", "platform" or the like
     */
    public record Part(String party, int basisPoints) {

        /** Refuses a part without a name or substance. */
        public Part {
            Sound.text("party", party, 80);
            Sound.share("basisPoints", basisPoints);
        }
    }
}
