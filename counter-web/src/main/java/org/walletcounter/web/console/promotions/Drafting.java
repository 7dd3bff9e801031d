package org.walletcounter.web.console.promotions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.ProductSearch;
import org.walletcounter.orders.ProductView;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.web.RefusalTexts;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Messages;
import org.walletcounter.web.console.Show;

/** Turns forms into drafts and back, and puts what is wrong at the field that it is about. */
@RequestScoped
class Drafting {

    private static final int SAMPLES = 2;
    private static final int LISTED = 200;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Definitions definitions;

    @Inject
    private Previewing previewing;

    @Inject
    private Catalogue catalogue;

    @Inject
    private ConsoleSession console;

    @Inject
    private Words words;

    @Inject
    private Messages messages;

    @Inject
    private Show show;

    @Inject
    private Clock clock;

    /** A form for what is there. */
    CampaignForm form(CampaignDraft content) {
        return CampaignForm.of(
                Json.parse(definitions.write(content)), ground(content.terms().currency()));
    }

    /** A form for a new campaign: it begins tomorrow morning. */
    CampaignForm begin(String kind) {
        CampaignForm form = new CampaignForm(kind, console.getMerchant().currency());
        LocalDateTime tomorrow = clock.instant()
                .atZone(console.getMerchant().zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1);
        form.getDates().field("from").setText(tomorrow.toString());
        return form;
    }

    List<ProductView> products() {
        return catalogue
                .find(console.getActor(), ProductSearch.ALL, null, LISTED)
                .items();
    }

    List<String> categories() {
        return catalogue.categories(console.getActor());
    }

    List<String> brands() {
        return catalogue.brands(console.getActor());
    }

    List<String> tags() {
        return catalogue.tags(console.getActor());
    }

    /** Puts some products of the merchant into an empty sample basket. */
    void fill(SampleBasket sample) {
        List<ProductView> some = catalogue
                .find(console.getActor(), ProductSearch.ALL, null, SAMPLES)
                .items();
        for (int at = 0; at < some.size(); at++) {
            if (at > 0) {
                sample.addLine();
            }
            sample.getLines().get(at).setSku(some.get(at).sku());
        }
    }

    /** What the form does to the sample basket; faults stay off the fields, for somebody is still typing there. */
    Preview preview(CampaignForm form, SampleBasket sample, @Nullable UUID id) {
        Written written = new Written(ground(form.getCurrency()), true);
        String json = form.write(written).toString();
        for (Map.Entry<FieldForm, String> fault : written.faults().entrySet()) {
            return Preview.missing(words.label(fault.getKey()) + ": " + words.fault(fault.getValue()));
        }
        try {
            return previewing.preview(definitions.read(json, CampaignDraft.class), sample, id);
        } catch (CounterException refusal) {
            return Preview.missing(text(refusal, at(refusal, written)));
        }
    }

    /** Keeps what the form holds, or tells what is wrong and answers null. */
    @Nullable
    CampaignView save(CampaignForm form, @Nullable UUID id, int version) {
        Written written = new Written(ground(form.getCurrency()));
        String json = form.write(written).toString();
        written.show();
        if (!written.faults().isEmpty()) {
            messages.wrong("promo.faulty");
            return null;
        }
        CampaignDraft draft;
        try {
            draft = definitions.read(json, CampaignDraft.class);
        } catch (CounterException refusal) {
            place(refusal, written);
            return null;
        }
        return id == null
                ? campaigns.draft(console.getActor(), draft)
                : campaigns.change(console.getActor(), id, version, draft);
    }

    private void place(CounterException refusal, Written written) {
        FieldForm field = at(refusal, written);
        if (field == null) {
            messages.refuse(refusal);
            return;
        }
        field.setFault(text(refusal, field));
        messages.wrong("promo.faulty");
    }

    private static @Nullable FieldForm at(CounterException refusal, Written written) {
        String path = refusal.field();
        return path == null ? null : written.at(path);
    }

    /** The definition counts basis points, the form per cent: so its limits are told. */
    private String text(CounterException refusal, @Nullable FieldForm field) {
        if (refusal.error() == PromotionError.PERCENT_INVALID) {
            return show.text("promo.percent.range");
        }
        boolean percent = field != null && field.getAsked().entry() == Entry.PERCENT;
        if (percent && refusal.error() == PromotionError.COUNT_INVALID) {
            return show.text(
                    "promo.percent.between",
                    refusal.arguments().stream().map(FieldForm::percent).toArray());
        }
        return refusal.error() == PromotionError.SHARES_NOT_WHOLE
                ? show.text("promo.shares")
                : RefusalTexts.of(refusal, console.getLocale());
    }

    private Ground ground(String currency) {
        return new Ground(currency, console.getMerchant().zone());
    }
}
