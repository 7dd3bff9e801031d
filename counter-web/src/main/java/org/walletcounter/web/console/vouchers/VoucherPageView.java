package org.walletcounter.web.console.vouchers;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.vouchers.Step;
import org.walletcounter.vouchers.VoucherCampaigns;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.Vouchers;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Messages;

/** One voucher: where it came from, where it went, and taking it back. */
@Named("voucherView")
@ViewScoped
@AnswersRefusals
public class VoucherPageView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Vouchers vouchers;

    @Inject
    private VoucherCampaigns campaigns;

    @Inject
    private Members members;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    private @Nullable UUID id;
    private transient @Nullable VoucherView voucher;
    private transient List<Step> story = List.of();
    private transient @Nullable String holder;
    private boolean own;
    private String reason = "";

    /** Reads the voucher as it stands, before each showing. */
    public void load() {
        if (id != null) {
            voucher = vouchers.voucher(console.getActor(), id);
            story = vouchers.story(console.getActor(), id);
            holder = holder(voucher.memberId());
            own = campaigns
                    .campaign(console.getActor(), voucher.campaign().id())
                    .merchantId()
                    .equals(console.getActor().merchantId());
        }
    }

    /** The holder's name, for those who may look at members. */
    private @Nullable String holder(@Nullable UUID memberId) {
        if (memberId == null || !console.may("members")) {
            return null;
        }
        try {
            MemberView member = members.member(console.getActor(), memberId);
            return member.name();
        } catch (CounterException anothersMember) {
            return null;
        }
    }

    /** Takes it back. */
    public @Nullable String withdraw() {
        if (reason.isBlank()) {
            messages.wrong("reason", "form.missing");
            return null;
        }
        vouchers.withdraw(console.getActor(), requireNonNull(id), reason.strip());
        messages.done("voucher.withdrawn");
        return "/console/voucher.xhtml?faces-redirect=true&id=" + id;
    }

    public @Nullable VoucherView getVoucher() {
        return voucher;
    }

    public List<Step> getStory() {
        return story;
    }

    public @Nullable String getHolder() {
        return holder;
    }

    /** Whether it is the reader's own house's, to be taken back by it; partners only look. */
    public boolean isOwn() {
        return own;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
