package org.walletcounter.web.console.vouchers;

import static java.util.Objects.requireNonNull;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.VoucherCampaigns;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.Choice;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Messages;

/** The form for a voucher campaign: a new one, a draft, or the copy of another; with a preview of what it does. */
@Named("voucherFormView")
@ViewScoped
@AnswersRefusals
public class VoucherFormView implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The inputs that show the fields which a refusal may name. */
    private static final Map<String, String> INPUTS = Map.of(
            "basisPoints", "percent",
            "quantity", "pieces",
            "worth", "giftWorth",
            "atLeast", "from",
            "en", "nameEn",
            "zh", "nameZh");

    /** Without these there is nothing to see. */
    private static final Set<String> WORTH = Set.of("off", "percent", "most", "sku", "pieces", "from");

    @Inject
    private VoucherCampaigns campaigns;

    @Inject
    private VoucherGoods goods;

    @Inject
    private VoucherPreview sample;

    @Inject
    private Clock clock;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    private @Nullable UUID id;
    private @Nullable UUID copy;
    private int version;
    private VoucherEntries entries = new VoucherEntries();
    private List<String> stores = List.of();
    private List<String> categories = List.of();
    private boolean plain = true;
    private @Nullable String genericTail;
    private transient VoucherPreview.@Nullable Outcome preview;

    /** Fills the form when the page is opened. */
    public void load() {
        if (FacesContext.getCurrentInstance().isPostback()) {
            return;
        }
        FillingVoucherForm filling = new FillingVoucherForm(
                console.getMerchant().currency(), console.getMerchant().zone());
        UUID shown = id == null ? copy : id;
        if (shown == null) {
            entries = filling.fresh(
                    clock.instant().atZone(console.getMerchant().zone()).toLocalDate());
        } else {
            CampaignView campaign = campaigns.campaign(console.getActor(), shown);
            version = campaign.version();
            plain = filling.canHold(campaign);
            genericTail = campaign.genericTail();
            entries = filling.of(campaign);
            stores = List.of(entries.getStores());
            categories = List.of(entries.getCategories());
            if (id == null) {
                entries.put("code", "");
            }
            look();
        }
    }

    /** Shows what the form's voucher looks like and does; what is not filled in yet is simply not shown. */
    public void look() {
        try {
            Typed typed = typed();
            CampaignForm form = read(typed);
            preview = Collections.disjoint(typed.wrong().keySet(), WORTH)
                    ? sample.of(
                            console.getActor(),
                            form,
                            clock.instant().atZone(console.getMerchant().zone()))
                    : null;
        } catch (CounterException notYet) {
            preview = null;
        }
    }

    /** Keeps it as a draft. */
    public @Nullable String save() {
        Typed typed = typed();
        try {
            CampaignForm form = read(typed);
            typed.wrong().forEach(messages::wrong);
            return typed.wrong().isEmpty() ? kept(form) : null;
        } catch (CounterException refused) {
            typed.wrong().forEach(messages::wrong);
            throw atInput(refused);
        }
    }

    private String kept(CampaignForm form) {
        CampaignView saved = id == null
                ? campaigns.draft(console.getActor(), form)
                : campaigns.change(console.getActor(), id, version, form);
        messages.done("vouchers.kept", saved.form().code());
        return "/console/voucher-campaign.xhtml?faces-redirect=true&id=" + saved.id();
    }

    private static CounterException atInput(CounterException refusal) {
        String input = refusal.field() == null ? null : INPUTS.get(refusal.field());
        return input == null
                ? refusal
                : CounterException.at(
                        input, refusal.error(), refusal.arguments().toArray());
    }

    private Typed typed() {
        return new Typed(
                entries, console.getMerchant().currency(), console.getMerchant().zone());
    }

    private CampaignForm read(Typed typed) {
        return new ReadingVoucherForm(entries, typed, goods.house()).form();
    }

    /** The sample at the moment of looking. */
    public VoucherPreview.@Nullable Outcome getPreview() {
        return preview;
    }

    public VoucherEntries getForm() {
        return entries;
    }

    /** Whether the form can say all that the campaign says. */
    public boolean isPlain() {
        return plain;
    }

    /** The end of the code for everybody, which itself is not kept. */
    public @Nullable String getGenericTail() {
        return genericTail;
    }

    public CampaignForm.Kind[] getKinds() {
        return CampaignForm.Kind.values();
    }

    public CampaignForm.Way[] getWays() {
        return CampaignForm.Way.values();
    }

    public CampaignForm.Event[] getEvents() {
        return CampaignForm.Event.values();
    }

    public DayOfWeek[] getDays() {
        return DayOfWeek.values();
    }

    /** The stores to choose from, with those that were chosen when the page was opened. */
    public List<Choice> getStoreChoices() {
        return goods.stores(stores);
    }

    /** The categories to choose from, likewise. */
    public List<Choice> getCategories() {
        return goods.categories(categories);
    }

    /** Whether the form is for a draft that is there already. */
    public boolean isChanging() {
        return id != null;
    }

    /** Where "back" leads. */
    public String getBack() {
        return id == null ? "vouchers.xhtml" : "voucher-campaign.xhtml?id=" + requireNonNull(id);
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public @Nullable UUID getCopy() {
        return copy;
    }

    public void setCopy(@Nullable UUID copy) {
        this.copy = copy;
    }
}
