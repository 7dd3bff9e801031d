package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.TaxRate;

/** What the form for a tax rate holds while it is filled in. */
public class TaxForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT_DIGITS = 2;

    private @Nullable UUID storeId;
    private String code = "";
    private String nameEn = "";
    private String nameZh = "";
    private String percent = "";
    private boolean standard;
    private String from = "";

    /**
     * The rate.
     *
     * @throws ArithmeticException when the percentage has more than two decimals
     * @throws NumberFormatException when it is no number
     */
    TaxRate rate(UUID id, UUID merchantId) {
        int basisPoints = new BigDecimal(percent.strip().replace("%", "").replace(',', '.'))
                .movePointRight(PERCENT_DIGITS)
                .intValueExact();
        return new TaxRate(
                id,
                merchantId,
                storeId,
                code.strip(),
                nameEn.strip(),
                nameZh.strip(),
                basisPoints,
                standard,
                LocalDate.parse(from));
    }

    public @Nullable UUID getStoreId() {
        return storeId;
    }

    public void setStoreId(@Nullable UUID storeId) {
        this.storeId = storeId;
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

    public String getPercent() {
        return percent;
    }

    public void setPercent(@Nullable String percent) {
        this.percent = requireNonNullElse(percent, "");
    }

    public boolean isStandard() {
        return standard;
    }

    public void setStandard(boolean standard) {
        this.standard = standard;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = requireNonNullElse(from, "");
    }
}
