package org.walletcounter.web.console.vouchers;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.walletcounter.vouchers.CampaignForm;

/**
 * What the form for a voucher campaign holds while it is filled in: texts as they were typed, by the name of their field.
 * {@link ReadingVoucherForm} makes a campaign of them, {@link FillingVoucherForm} the other way.
 */
public class VoucherEntries implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PARTNERS = 3;

    private final Map<String, @Nullable String> text = new HashMap<>();
    private CampaignForm.Kind kind = CampaignForm.Kind.AMOUNT;
    private CampaignForm.Way way = CampaignForm.Way.TAKE;
    private CampaignForm.@Nullable Event event;
    private String validity = "days";
    private boolean givable;
    private boolean comesBack = true;
    private String[] stores = {};
    private String[] categories = {};
    private String[] days = {};
    private final List<Partner> partners = new ArrayList<>();

    /** Empty rows for partners. */
    public VoucherEntries() {
        while (partners.size() < PARTNERS) {
            partners.add(new Partner());
        }
    }

    /** A merchant that takes part, as typed. */
    public static class Partner implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String merchant;
        private boolean honours = true;
        private @Nullable String share;

        public @Nullable String getMerchant() {
            return merchant;
        }

        public void setMerchant(@Nullable String merchant) {
            this.merchant = merchant;
        }

        public boolean isHonours() {
            return honours;
        }

        public void setHonours(boolean honours) {
            this.honours = honours;
        }

        public @Nullable String getShare() {
            return share;
        }

        public void setShare(@Nullable String share) {
            this.share = share;
        }
    }

    /** What was typed into a field, without blanks around it; empty for nothing. */
    String typed(String field) {
        String typed = text.get(field);
        return typed == null ? "" : typed.strip();
    }

    void put(String field, @Nullable Object value) {
        text.put(field, value == null ? "" : value.toString());
    }

    /** The texts by field, for the page to read and write. */
    public Map<String, @Nullable String> getText() {
        return text;
    }

    public CampaignForm.Kind getKind() {
        return kind;
    }

    public void setKind(CampaignForm.Kind kind) {
        this.kind = kind;
    }

    public CampaignForm.Way getWay() {
        return way;
    }

    public void setWay(CampaignForm.Way way) {
        this.way = way;
    }

    public CampaignForm.@Nullable Event getEvent() {
        return event;
    }

    public void setEvent(CampaignForm.@Nullable Event event) {
        this.event = event;
    }

    public String getValidity() {
        return validity;
    }

    public void setValidity(String validity) {
        this.validity = validity;
    }

    public boolean isGivable() {
        return givable;
    }

    public void setGivable(boolean givable) {
        this.givable = givable;
    }

    public boolean isComesBack() {
        return comesBack;
    }

    public void setComesBack(boolean comesBack) {
        this.comesBack = comesBack;
    }

    public String[] getStores() {
        return stores.clone();
    }

    public void setStores(String[] stores) {
        this.stores = stores.clone();
    }

    public String[] getCategories() {
        return categories.clone();
    }

    public void setCategories(String[] categories) {
        this.categories = categories.clone();
    }

    public String[] getDays() {
        return days.clone();
    }

    public void setDays(String[] days) {
        this.days = days.clone();
    }

    public List<Partner> getPartners() {
        return partners;
    }
}
