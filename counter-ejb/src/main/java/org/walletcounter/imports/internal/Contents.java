package org.walletcounter.imports.internal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.imports.internal.file.FileSurvey;
import org.walletcounter.imports.internal.file.SoldBefore;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.orders.ProductView;

/**
 * What the work on a run has to know of the file and the merchant while it goes through the days. Built anew by every
 * attempt; the days dealt with before are judged again in memory, so that their sales are known to the returns to come.
 */
final class Contents {

    private final ImportRun.Order order;
    private final MerchantView merchant;
    private final FileSurvey survey;
    private final Set<String> taken;
    private final SoldBefore sold = new SoldBefore();
    private Map<String, ProductView> products = Map.of();
    private Map<String, UUID> members = Map.of();

    Contents(ImportRun.Order order, MerchantView merchant, FileSurvey survey, Set<String> taken) {
        this.order = order;
        this.merchant = merchant;
        this.survey = survey;
        this.taken = taken;
    }

    ImportRun.Order order() {
        return order;
    }

    MerchantView merchant() {
        return merchant;
    }

    FileSurvey survey() {
        return survey;
    }

    /** The numbers that earlier attempts found to belong to something else. */
    Set<String> taken() {
        return taken;
    }

    SoldBefore sold() {
        return sold;
    }

    /** The catalogue's products by stock code; known after the step that adds them. */
    Map<String, ProductView> products() {
        return products;
    }

    void products(Map<String, ProductView> bySku) {
        products = Map.copyOf(bySku);
    }

    /** The members by the file's customer numbers; known after the step that makes them. */
    Map<String, UUID> members() {
        return members;
    }

    void members(Map<String, UUID> byNumber) {
        members = Map.copyOf(byNumber);
    }
}
