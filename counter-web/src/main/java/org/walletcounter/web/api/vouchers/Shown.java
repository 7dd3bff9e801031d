package org.walletcounter.web.api.vouchers;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.vouchers.Available;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.PlainTerms;
import org.walletcounter.vouchers.VoucherView;

/** Vouchers and campaigns as the API shows them. */
public final class Shown {

    private Shown() {}

    /**
     * A voucher.
     *
     * @param paused whether its campaign is paused: no till takes it until that goes on
     */
    public record Voucher(
            UUID id,
            Line campaign,
            @Nullable UUID memberId,
            String state,
            boolean held,
            boolean paused,
            String came,
            Instant issuedAt,
            Instant validFrom,
            Instant validUntil) {}

    /** What a holder reads of its campaign. */
    public record Line(
            UUID id,
            String code,
            String kind,
            String nameEn,
            String nameZh,
            String noteEn,
            String noteZh,
            String currency,
            Worth worth,
            Limits limits,
            boolean givable) {}

    /** Where, on what and when it can be used; what is empty or null sets no limit. */
    public record Limits(
            Set<UUID> stores,
            Set<String> categories,
            Set<String> skus,
            Set<DayOfWeek> days,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes) {}

    /**
     * A campaign that one can take a voucher of, now or from a moment on.
     *
     * @param following whether I follow it
     */
    public record Takeable(
            Line campaign,
            @Nullable Long left,
            int mine,
            @Nullable Integer perPerson,
            boolean takeable,
            Instant from,
            Instant until,
            boolean following) {}

    /**
     * A customer's vouchers, and those that can be had.
     *
     * @param coming those that can be had later, the next first
     * @param running whether the house has vouchers at all just now
     */
    public record Mine(List<Voucher> mine, List<Takeable> available, List<Takeable> coming, boolean running) {}

    /**
     * A campaign, for those who run it.
     *
     * @param version counted up by each change; a partner agrees to the one it has seen
     */
    public record Campaign(
            UUID id,
            int version,
            String state,
            Line campaign,
            String way,
            @Nullable String event,
            Instant openFrom,
            Instant openUntil,
            CampaignForm.Validity validity,
            CampaignForm.Quantity quantity,
            @Nullable Long left,
            @Nullable String genericTail,
            CampaignForm.Keeping keeping,
            List<CampaignView.Party> parties,
            String madeBy,
            Instant madeAt) {}

    static Voucher of(VoucherView voucher) {
        return new Voucher(
                voucher.id(),
                line(voucher.campaign()),
                voucher.memberId(),
                voucher.state().name(),
                voucher.held(),
                voucher.paused(),
                voucher.came().name(),
                voucher.issuedAt(),
                voucher.validFrom(),
                voucher.validUntil());
    }

    static Takeable of(Available available) {
        return shown(available, available.open());
    }

    static Takeable coming(Available available) {
        return shown(available, false);
    }

    private static Takeable shown(Available available, boolean takeable) {
        return new Takeable(
                line(available.campaign()),
                available.left(),
                available.mine(),
                available.perPerson(),
                takeable,
                available.from(),
                available.until(),
                available.following());
    }

    static Campaign of(CampaignView view) {
        CampaignForm form = view.form();
        CampaignForm.Giving giving = form.giving();
        return new Campaign(
                view.id(),
                view.version(),
                view.state().name(),
                line(new VoucherView.CampaignLine(
                        view.id(),
                        form.code(),
                        form.kind(),
                        form.texts(),
                        form.terms(),
                        form.quantity().currency(),
                        form.keeping().givable())),
                giving.way().name(),
                giving.event() == null ? null : giving.event().name(),
                giving.from(),
                giving.until(),
                form.validity(),
                form.quantity(),
                view.left(),
                view.genericTail(),
                form.keeping(),
                view.parties(),
                view.madeBy(),
                view.madeAt());
    }

    private static Line line(VoucherView.CampaignLine campaign) {
        return new Line(
                campaign.id(),
                campaign.code(),
                campaign.kind().name(),
                campaign.texts().nameEn(),
                campaign.texts().nameZh(),
                campaign.texts().noteEn(),
                campaign.texts().noteZh(),
                campaign.currency(),
                Worth.of(campaign.terms()),
                limits(PlainTerms.of(campaign.terms()).limits()),
                campaign.givable());
    }

    private static Limits limits(PlainTerms.Limits limits) {
        return new Limits(
                limits.stores(),
                limits.categories(),
                limits.skus(),
                new TreeSet<>(limits.days()),
                limits.opens(),
                limits.closes());
    }
}
