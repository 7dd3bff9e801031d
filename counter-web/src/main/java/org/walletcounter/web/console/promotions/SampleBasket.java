package org.walletcounter.web.console.promotions;

import static java.util.Objects.requireNonNullElse;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The basket that a draft is tried on, with who buys it and when. */
public class SampleBasket implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<Line> lines = new ArrayList<>();
    private String moment = "";
    private String tender = "";
    private String tier = "";
    private boolean member;
    private boolean birthday;
    private boolean firstPurchase;
    private boolean withLive;

    SampleBasket() {
        addLine();
    }

    /** Adds a line. */
    public final void addLine() {
        lines.add(new Line());
    }

    /** Takes a line away; the last one is emptied. */
    public void removeLine(int at) {
        lines.remove(at);
        if (lines.isEmpty()) {
            addLine();
        }
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getMoment() {
        return moment;
    }

    public void setMoment(@Nullable String moment) {
        this.moment = requireNonNullElse(moment, "");
    }

    public String getTender() {
        return tender;
    }

    public void setTender(@Nullable String tender) {
        this.tender = requireNonNullElse(tender, "");
    }

    public String getTier() {
        return tier;
    }

    public void setTier(@Nullable String tier) {
        this.tier = requireNonNullElse(tier, "");
    }

    public boolean isMember() {
        return member;
    }

    public void setMember(boolean member) {
        this.member = member;
    }

    public boolean isBirthday() {
        return birthday;
    }

    public void setBirthday(boolean birthday) {
        this.birthday = birthday;
    }

    public boolean isFirstPurchase() {
        return firstPurchase;
    }

    public void setFirstPurchase(boolean firstPurchase) {
        this.firstPurchase = firstPurchase;
    }

    public boolean isWithLive() {
        return withLive;
    }

    public void setWithLive(boolean withLive) {
        this.withLive = withLive;
    }

    /** One line: a product by its SKU, or an open line by its price. */
    public static class Line implements Serializable {

        private static final long serialVersionUID = 1L;

        private String sku = "";
        private String price = "";
        private String quantity = "1";

        /** Whether anything is on it. */
        boolean isThere() {
            return !sku.isBlank() || !price.isBlank();
        }

        public String getSku() {
            return sku;
        }

        public void setSku(@Nullable String sku) {
            this.sku = requireNonNullElse(sku, "");
        }

        public String getPrice() {
            return price;
        }

        public void setPrice(@Nullable String price) {
            this.price = requireNonNullElse(price, "");
        }

        public String getQuantity() {
            return quantity;
        }

        public void setQuantity(@Nullable String quantity) {
            this.quantity = requireNonNullElse(quantity, "");
        }
    }
}
