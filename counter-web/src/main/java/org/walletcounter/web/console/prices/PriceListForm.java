package org.walletcounter.web.console.prices;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.Terms;

/** What the form for a price list holds: names, days and audience. Moments are those of the merchant's clocks. */
public class PriceListForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String nameEn = "";
    private String nameZh = "";
    private @Nullable LocalDateTime from;
    private @Nullable LocalDateTime until;
    private List<String> stores = new ArrayList<>();
    private List<String> tiers = new ArrayList<>();
    private List<String> segments = new ArrayList<>();
    private boolean special;

    static PriceListForm of(PriceListDraft content, ZoneId zone) {
        PriceListForm form = new PriceListForm();
        Instant end = content.until();
        form.nameEn = content.names().en();
        form.nameZh = content.names().zh();
        form.from = LocalDateTime.ofInstant(content.from(), zone);
        form.until = end == null ? null : LocalDateTime.ofInstant(end, zone);
        form.special = Audience.of(content.when()).isEmpty();
        Audience audience = Audience.of(content.when()).orElse(Audience.ALL);
        form.stores = audience.stores();
        form.tiers = audience.tiers();
        form.segments = audience.segments();
        return form;
    }

    /** The list's content with what the form holds; an audience that the form cannot show stays as it was. */
    PriceListDraft content(@Nullable PriceListDraft old, String currency, ZoneId zone, Map<String, Long> prices) {
        Condition when = special && old != null ? old.when() : new Audience(stores, tiers, segments).when();
        LocalDateTime end = until;
        return new PriceListDraft(
                new Terms.Names(nameEn, nameZh.isBlank() ? nameEn : nameZh),
                currency,
                when,
                Objects.requireNonNull(from).atZone(zone).toInstant(),
                end == null ? null : end.atZone(zone).toInstant(),
                prices);
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = Objects.requireNonNullElse(nameEn, "");
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(@Nullable String nameZh) {
        this.nameZh = Objects.requireNonNullElse(nameZh, "");
    }

    public @Nullable LocalDateTime getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDateTime from) {
        this.from = from;
    }

    public @Nullable LocalDateTime getUntil() {
        return until;
    }

    public void setUntil(@Nullable LocalDateTime until) {
        this.until = until;
    }

    public List<String> getStores() {
        return stores;
    }

    public void setStores(@Nullable List<String> stores) {
        this.stores = Objects.requireNonNullElse(stores, List.of());
    }

    public List<String> getTiers() {
        return tiers;
    }

    public void setTiers(@Nullable List<String> tiers) {
        this.tiers = Objects.requireNonNullElse(tiers, List.of());
    }

    public List<String> getSegments() {
        return segments;
    }

    public void setSegments(@Nullable List<String> segments) {
        this.segments = Objects.requireNonNullElse(segments, List.of());
    }

    public boolean isSpecial() {
        return special;
    }
}
