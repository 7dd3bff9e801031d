package org.walletcounter.vouchers.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Way;

/** Forms of campaigns: a pound off, taken by the customer, good for a month, unless said otherwise. */
record Forms(CampaignForm form) {

    static Forms taken() {
        return way(Way.TAKE);
    }

    static Forms way(Way way) {
        Instant now = Instant.now();
        return new Forms(new CampaignForm(
                "C" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT),
                new CampaignForm.Texts("A pound off", "减一镑", "", ""),
                new VoucherTerms(Terms.of("A pound off", "GBP", new Benefit.AmountOff(100)), 5),
                new CampaignForm.Giving(
                        way, null, null, null, now.minusSeconds(60), now.plus(Duration.ofDays(30)), null),
                new CampaignForm.Validity(null, null, 0, 30),
                new CampaignForm.Quantity(null, null, null, null, "GBP"),
                new CampaignForm.Keeping(true, true, 3),
                List.of()));
    }

    Forms of(@Nullable Long total, @Nullable Long perDay, @Nullable Integer perPerson) {
        return quantity(new CampaignForm.Quantity(total, perDay, perPerson, null, "GBP"));
    }

    Forms budget(long budget) {
        CampaignForm.Quantity old = form.quantity();
        return quantity(new CampaignForm.Quantity(old.total(), old.perDay(), old.perPerson(), budget, "GBP"));
    }

    Forms quantity(CampaignForm.Quantity quantity) {
        return new Forms(new CampaignForm(
                form.code(),
                form.texts(),
                form.terms(),
                form.giving(),
                form.validity(),
                quantity,
                form.keeping(),
                form.parties()));
    }

    Forms giving(CampaignForm.Giving giving) {
        return new Forms(new CampaignForm(
                form.code(),
                form.texts(),
                form.terms(),
                giving,
                form.validity(),
                form.quantity(),
                form.keeping(),
                form.parties()));
    }

    Forms generic(String code) {
        CampaignForm.Giving old = form.giving();
        return giving(new CampaignForm.Giving(
                old.way(), old.event(), old.eventDays(), old.eventAmount(), old.from(), old.until(), code));
    }

    Forms opening(Instant from, Instant until) {
        CampaignForm.Giving old = form.giving();
        return giving(new CampaignForm.Giving(
                old.way(), old.event(), old.eventDays(), old.eventAmount(), from, until, old.genericCode()));
    }

    Forms valid(CampaignForm.Validity validity) {
        return new Forms(new CampaignForm(
                form.code(),
                form.texts(),
                form.terms(),
                form.giving(),
                validity,
                form.quantity(),
                form.keeping(),
                form.parties()));
    }

    Forms days(int days) {
        return valid(new CampaignForm.Validity(null, null, 0, days));
    }

    Forms keeping(boolean givable, boolean comesBack) {
        return keeping(new CampaignForm.Keeping(givable, comesBack, 3));
    }

    Forms reminding(int days) {
        return keeping(new CampaignForm.Keeping(true, true, days));
    }

    private Forms keeping(CampaignForm.Keeping keeping) {
        return new Forms(new CampaignForm(
                form.code(),
                form.texts(),
                form.terms(),
                form.giving(),
                form.validity(),
                form.quantity(),
                keeping,
                form.parties()));
    }

    Forms parties(CampaignForm.Party... parties) {
        return new Forms(new CampaignForm(
                form.code(),
                form.texts(),
                form.terms(),
                form.giving(),
                form.validity(),
                form.quantity(),
                form.keeping(),
                List.of(parties)));
    }
}
