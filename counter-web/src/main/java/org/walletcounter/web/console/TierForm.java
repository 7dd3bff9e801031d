package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import java.io.Serializable;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.walletcounter.loyalty.TierScheme;

/** One tier in the form of tiers. One without a code is not there. */
public class TierForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String code = "";
    private String nameEn = "";
    private String nameZh = "";
    private String threshold = "";
    private String benefitsEn = "";
    private String benefitsZh = "";
    private int pointsPercent = 100;
    private @Nullable String priceList;

    static TierForm of(TierScheme.Tier tier, LongFunction<String> written) {
        TierForm form = new TierForm();
        form.code = tier.code();
        form.nameEn = tier.nameEn();
        form.nameZh = tier.nameZh();
        form.threshold = written.apply(tier.threshold());
        form.benefitsEn = tier.benefitsEn();
        form.benefitsZh = tier.benefitsZh();
        form.pointsPercent = tier.pointsPercent();
        form.priceList = tier.priceList();
        return form;
    }

    TierScheme.Tier tier(ToLongFunction<String> read) {
        return new TierScheme.Tier(
                code.strip(),
                nameEn,
                nameZh,
                read.applyAsLong(threshold),
                benefitsEn,
                benefitsZh,
                pointsPercent,
                priceList);
    }

    boolean isThere() {
        return !code.isBlank();
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = requireNonNullElse(code, "");
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = requireNonNullElse(nameEn, "");
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(@Nullable String nameZh) {
        this.nameZh = requireNonNullElse(nameZh, "");
    }

    public String getThreshold() {
        return threshold;
    }

    public void setThreshold(@Nullable String threshold) {
        this.threshold = requireNonNullElse(threshold, "");
    }

    public String getBenefitsEn() {
        return benefitsEn;
    }

    public void setBenefitsEn(@Nullable String benefitsEn) {
        this.benefitsEn = requireNonNullElse(benefitsEn, "");
    }

    public String getBenefitsZh() {
        return benefitsZh;
    }

    public void setBenefitsZh(@Nullable String benefitsZh) {
        this.benefitsZh = requireNonNullElse(benefitsZh, "");
    }

    public int getPointsPercent() {
        return pointsPercent;
    }

    public void setPointsPercent(int pointsPercent) {
        this.pointsPercent = pointsPercent;
    }

    public @Nullable String getPriceList() {
        return priceList;
    }

    public void setPriceList(@Nullable String priceList) {
        this.priceList = priceList;
    }
}
