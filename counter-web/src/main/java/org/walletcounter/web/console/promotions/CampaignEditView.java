package org.walletcounter.web.console.promotions;

import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.orders.ProductView;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Messages;

/** The form for a campaign: choose what it gives, fill it in, see at once what it does to a sample basket. */
@Named("campaignEditView")
@ViewScoped
@AnswersRefusals
public class CampaignEditView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Drafting drafting;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    private @Nullable UUID id;
    private String kind = "";
    private int version;
    private @Nullable CampaignForm form;
    private SampleBasket sample = new SampleBasket();
    private transient @Nullable Preview preview;
    private String another = "";

    /** Begins the form that the address asks for. */
    public void load() {
        if (form != null) {
            return;
        }
        if (id != null) {
            CampaignView seen = campaigns.campaign(console.getActor(), id);
            version = seen.version();
            form = drafting.form(seen.content());
        } else if (!kind.isEmpty()) {
            form = drafting.begin(kind);
        }
        if (form != null) {
            drafting.fill(sample);
            price();
        }
    }

    /** Prices the sample basket anew. */
    public void price() {
        if (form != null) {
            preview = drafting.preview(form, sample, id);
        }
    }

    /** Adds the condition that was chosen. */
    public void addCondition() {
        if (form != null && !another.isEmpty()) {
            form.addCondition(another);
            another = "";
        }
        price();
    }

    /** Takes a condition away. */
    public void removeCondition(int at) {
        if (form != null) {
            form.removeCondition(at);
        }
        price();
    }

    /** Adds a row. */
    public void addRow(KindForm part) {
        part.addRow();
    }

    /** Takes a row away. */
    public void removeRow(KindForm part, int at) {
        part.removeRow(at);
        price();
    }

    /** Adds a line to the sample basket. */
    public void addLine() {
        sample.addLine();
    }

    /** Takes a line off the sample basket. */
    public void removeLine(int at) {
        sample.removeLine(at);
        price();
    }

    /** Keeps the campaign as a draft. */
    public @Nullable String save() {
        CampaignForm filled = form;
        if (filled == null) {
            return null;
        }
        CampaignView saved = drafting.save(filled, id, version);
        price();
        if (saved == null) {
            return null;
        }
        id = saved.id();
        version = saved.version();
        messages.done("promo.saved", saved.content().terms().names().in(console.getLanguage()));
        return "/console/promotion.xhtml?faces-redirect=true&id=" + saved.id();
    }

    /** Some products, to choose from while typing. */
    public List<ProductView> getProducts() {
        return drafting.products();
    }

    /** The merchant's categories. */
    public List<String> getCategories() {
        return drafting.categories();
    }

    /** The brands of the merchant's products. */
    public List<String> getBrands() {
        return drafting.brands();
    }

    /** The tags of the merchant's products. */
    public List<String> getTags() {
        return drafting.tags();
    }

    /** Kinds of benefit. */
    public List<Kind> getBenefits() {
        return Kinds.BENEFITS;
    }

    /** Kinds of condition. */
    public List<Kind> getConditions() {
        return Kinds.CONDITIONS;
    }

    public @Nullable CampaignForm getForm() {
        return form;
    }

    public SampleBasket getSample() {
        return sample;
    }

    public @Nullable Preview getPreview() {
        return preview;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = requireNonNullElse(kind, "");
    }

    public String getAnother() {
        return another;
    }

    public void setAnother(@Nullable String another) {
        this.another = requireNonNullElse(another, "");
    }
}
