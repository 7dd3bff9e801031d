package org.walletcounter.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Terms;
import org.walletcounter.transactions.SpendingPlan;
import org.walletcounter.transactions.SpendingPlans;
import org.walletcounter.vouchers.Granted;
import org.walletcounter.vouchers.Vouchers;

/** A member's spending plan on the member's page, with the vouchers that would fit it and can be granted. */
@Named("memberPlanView")
@ViewScoped
@AnswersRefusals
public class MemberPlanView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private SpendingPlans plans;

    @Inject
    private Vouchers vouchers;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Show show;

    private @Nullable UUID id;
    private transient @Nullable SpendingPlan plan;

    /** The plan; asked for once a page, and only where a member is shown. */
    public @Nullable SpendingPlan getPlan() {
        if (plan == null && id != null) {
            plan = plans.plan(console.getActor(), id);
        }
        return plan;
    }

    /** Whether there is anything to reckon with. */
    public boolean isBegun() {
        SpendingPlan shown = getPlan();
        return shown != null && (shown.habit().purchases() > 0 || shown.habit().usualPurchase() != null);
    }

    /** The month in words. */
    public String getMonth() {
        return DateTimeFormatter.ofPattern(show.text("pattern.month"), console.getLocale())
                .format(requireNonNull(getPlan()).month().from());
    }

    /** The most of all categories' bars: they share one scale. */
    public long getMost() {
        return requireNonNull(getPlan()).categories().stream()
                .map(SpendingPlan.OfCategory::amounts)
                .mapToLong(MemberPlanView::most)
                .max()
                .orElse(1);
    }

    private static long most(SpendingPlan.Amounts amounts) {
        long spent = amounts.spent().minor();
        return amounts.usual() == null ? spent : Math.max(spent, amounts.usual().minor());
    }

    /** What a voucher is called in the reader's language. */
    public String name(Terms.Names names) {
        return "zh".equals(console.getLanguage()) ? names.zh() : names.en();
    }

    /** What a voucher saves, in words. */
    public String saving(SpendingPlan.Fitting voucher) {
        SpendingPlan.More more = voucher.more();
        String then = more == null ? "" : show.text("plan.more", show.money(more.add()), show.money(more.save()));
        String now = voucher.saving().isPositive() ? show.text("plan.saves", show.money(voucher.saving())) : "";
        return now.isEmpty() || then.isEmpty() ? now + then : now + " · " + then;
    }

    /** Grants one of a campaign's vouchers to the member. */
    public @Nullable String grant(UUID campaign) {
        Granted done = vouchers.grant(console.getActor(), campaign, List.of(requireNonNull(id)));
        if (done.granted() == 1) {
            messages.done("plan.granted");
        } else {
            messages.said(show.label("voucher-missed", done.refused().get(0).why()));
        }
        return "/console/member.xhtml?faces-redirect=true&id=" + id;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }
}
