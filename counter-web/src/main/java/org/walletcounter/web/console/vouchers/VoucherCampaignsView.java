package org.walletcounter.web.console.vouchers;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Page;
import org.walletcounter.vouchers.CampaignSearch;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.VoucherCampaigns;
import org.walletcounter.web.console.Address;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Trail;

/** The list of voucher campaigns, as the address asks for it. */
@Named("voucherCampaignsView")
@RequestScoped
@AnswersRefusals
public class VoucherCampaignsView {

    private static final int LIMIT = 25;

    @Inject
    private VoucherCampaigns campaigns;

    @Inject
    private ConsoleSession console;

    private String text = "";
    private CampaignView.@Nullable State state;
    private Trail trail = Trail.START;
    private List<CampaignView> found = List.of();

    /** Finds the campaigns. */
    public void load() {
        Page<CampaignView> page =
                campaigns.campaigns(console.getActor(), new CampaignSearch(text, state), trail.cursor(), LIMIT);
        found = page.items();
        trail = trail.leadingTo(page.after());
    }

    public List<CampaignView> getFound() {
        return found;
    }

    public CampaignView.State[] getStates() {
        return CampaignView.State.values();
    }

    /** Whether the list shows a part only. */
    public boolean isNarrowed() {
        return !text.isEmpty() || state != null;
    }

    /** What narrows the list, as it goes on in an address. */
    public String getQuery() {
        return Address.of("text", text).and("state", state).text();
    }

    public Trail getPath() {
        return trail;
    }

    public String getTrail() {
        return trail.text();
    }

    public void setTrail(@Nullable String walked) {
        trail = Trail.of(walked);
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = requireNonNullElse(text, "");
    }

    public CampaignView.@Nullable State getState() {
        return state;
    }

    public void setState(CampaignView.@Nullable State state) {
        this.state = state;
    }
}
