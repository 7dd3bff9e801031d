package org.walletcounter.web.console.vouchers;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.audit.AuditTrail;
import org.walletcounter.vouchers.CampaignFigures;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.CodeBatch;
import org.walletcounter.vouchers.VoucherCampaigns;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Figures;
import org.walletcounter.web.console.Messages;

/** One voucher campaign: what has become of it, and what can be done with it. */
@Named("voucherCampaignView")
@ViewScoped
@AnswersRefusals
public class VoucherCampaignPageView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private VoucherCampaigns campaigns;

    @Inject
    private AuditTrail auditTrail;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    private @Nullable UUID id;
    private int version;
    private transient @Nullable CampaignView campaign;
    private transient @Nullable CampaignFigures figures;
    private transient List<CodeBatch> batches = List.of();
    private transient List<AuditTrail.Entry> acts = List.of();
    private String by = "";
    private String label = "";
    private String count = "";

    /** Reads the campaign as it stands, before each showing; its version once, for the terms are shown once. */
    public void load() {
        if (id != null) {
            CampaignView found = campaigns.campaign(console.getActor(), id);
            campaign = found;
            version = version == 0 ? found.version() : version;
            figures = campaigns.figures(console.getActor(), id);
            batches = campaigns.batches(console.getActor(), id);
            acts = auditTrail.of(console.getActor(), "voucher-campaign:" + id);
        }
    }

    /** Moves it: goes live, pauses, goes on, ends. */
    public @Nullable String move(String to) {
        campaigns.move(console.getActor(), requireNonNull(id), CampaignView.State.valueOf(to));
        messages.done("vouchers.moved." + to.toLowerCase(Locale.ROOT));
        return again();
    }

    /** Puts vouchers in or takes some out. */
    public @Nullable String restock() {
        Long change = number("by", by);
        if (change == null) {
            return null;
        }
        campaigns.restock(console.getActor(), requireNonNull(id), change);
        messages.done("vouchers.restocked");
        return again();
    }

    /** Agrees as a partner, to the terms that the page has shown. */
    public @Nullable String agree() {
        campaigns.agree(console.getActor(), requireNonNull(id), version);
        messages.done("vouchers.agreed");
        return again();
    }

    /** Makes codes. */
    public @Nullable String makeCodes() {
        Long many = number("count", count);
        if (many == null) {
            return null;
        }
        int wanted = (int) Math.min(Integer.MAX_VALUE, Math.max(0, many));
        CodeBatch made = campaigns.makeCodes(console.getActor(), requireNonNull(id), label, wanted);
        messages.done("vouchers.codes.made", made.size(), made.label());
        return again();
    }

    /** A whole number as it was typed; where it cannot be read, its field says so. */
    private @Nullable Long number(String field, String typed) {
        try {
            String signed = typed.replace("−", "-").replace("+", "");
            return Long.valueOf(Figures.withoutGroups(signed));
        } catch (NumberFormatException unreadable) {
            messages.wrong(field, "vouchers.form.number");
            return null;
        }
    }

    private String again() {
        return "/console/voucher-campaign.xhtml?faces-redirect=true&id=" + id;
    }

    /** Whether it is the reader's own, to be moved by them; partners only look and agree. */
    public boolean isOwn() {
        return campaign != null
                && campaign.merchantId().equals(console.getActor().merchantId());
    }

    /** Whether the reader's house is named as a partner and has not said yes. */
    public boolean isAsked() {
        return campaign != null
                && campaign.state() == CampaignView.State.DRAFT
                && campaign.parties().stream()
                        .anyMatch(party ->
                                party.merchantId().equals(console.getActor().merchantId()) && party.agreedAt() == null);
    }

    /** Whether codes can be made of it. */
    public boolean isByCode() {
        return campaign != null && campaign.form().giving().way() == CampaignForm.Way.CODE;
    }

    /** Whether it is shared with other houses. */
    public boolean isShared() {
        return campaign != null && campaign.parties().size() > 1;
    }

    public @Nullable CampaignView getCampaign() {
        return campaign;
    }

    public @Nullable CampaignFigures getFigures() {
        return figures;
    }

    public List<CodeBatch> getBatches() {
        return batches;
    }

    /** What the audit trail says about it. */
    public List<AuditTrail.Entry> getActs() {
        return acts;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public String getBy() {
        return by;
    }

    public void setBy(@Nullable String by) {
        this.by = by == null ? "" : by;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label == null ? "" : label;
    }

    public String getCount() {
        return count;
    }

    public void setCount(@Nullable String count) {
        this.count = count == null ? "" : count;
    }
}
