package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.Funding;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignSearch;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Honouring;
import org.walletcounter.vouchers.internal.book.VoucherJournals;
import org.walletcounter.vouchers.internal.codes.CodeDesk;
import org.walletcounter.vouchers.internal.codes.ReadingCodes;

/** Writes campaigns down, and shows them. */
@Dependent
class WritingCampaigns {

    private static final int MOST = 200;
    private static final int TAIL = 3;
    private static final int WHOLE = 10_000;

    private static final String TAKEN =
            "SELECT count(*) FROM vouchers.campaign WHERE merchant_id = ? AND code = ? AND id <> ?";
    private static final String GENERIC_TAKEN =
            "SELECT count(*) FROM vouchers.campaign WHERE generic_hash = ? AND id <> ?";

    private static final String INSERT =
            "INSERT INTO vouchers.campaign (id, merchant_id, code, name_en, name_zh, currency,"
                    + " kind, terms, way, open_from, open_until, valid_days, made_by, made_at)"
                    + " VALUES (?, ?, ?, '', '', ?, ?, '', 'TAKE', ?, ?, 1, ?, ?)";

    private static final String UPDATE = "UPDATE vouchers.campaign SET code = ?, name_en = ?, name_zh = ?, note_en = ?,"
            + " note_zh = ?, currency = ?, kind = ?, terms = ?, way = ?, event = ?, event_days = ?, event_amount = ?,"
            + " open_from = ?, open_until = ?, valid_from = ?, valid_until = ?, valid_after = ?, valid_days = ?, total = ?,"
            + " per_day = ?, per_person = ?, budget = ?, giving = ?, back = ?, remind_days = ?, generic_hash = ?,"
            + " generic_tail = ?, version = version + 1 WHERE id = ?";

    private static final String PARTY =
            "INSERT INTO vouchers.party (campaign_id, merchant_id, honours, share, agreed_at,"
                    + " agreed_by) VALUES (?, ?, ?, ?, ?, ?)";

    private static final String LIST = Campaigns.COLUMNS + "WHERE (c.merchant_id = ? OR EXISTS (SELECT 1 FROM"
            + " vouchers.party p WHERE p.campaign_id = c.id AND p.merchant_id = ?)) AND (?::text IS NULL OR c.state = ?)"
            + " AND position(lower(?) IN lower(c.code || ' ' || c.name_en || ' ' || c.name_zh)) > 0"
            + " AND c.id < ? ORDER BY c.id DESC LIMIT ?";

    private final Campaigns campaigns;
    private final Honouring honouring;
    private final Merchants merchants;
    private final CodeDesk desk;
    private final Definitions definitions;
    private final VoucherJournals journals;

    @Inject
    @SuppressWarnings("checkstyle:ParameterNumber") // its neighbours
    WritingCampaigns(
            Campaigns campaigns,
            Honouring honouring,
            Merchants merchants,
            CodeDesk desk,
            Definitions definitions,
            VoucherJournals journals) {
        this.definitions = definitions;
        this.campaigns = campaigns;
        this.honouring = honouring;
        this.merchants = merchants;
        this.desk = desk;
        this.journals = journals;
    }

    Campaign draft(Actor actor, CampaignForm form) {
        CampaignFormRules.require(form, journals.clock().instant());
        UUID id = Ids.next(journals.clock());
        requireFree(actor, form, id);
        desk.database()
                .change(
                        INSERT,
                        id,
                        actor.merchantId(),
                        form.code(),
                        form.quantity().currency(),
                        form.kind(),
                        form.giving().from(),
                        form.giving().until(),
                        actor.id(),
                        journals.clock().instant());
        return write(actor, id, form);
    }

    Campaign change(Actor actor, UUID id, @Nullable Integer version, CampaignForm form) {
        Campaign campaign = campaigns.locked(actor.merchantId(), id);
        CampaignFormRules.require(form, journals.clock().instant());
        requireFree(actor, form, id);
        if (campaign.state() != CampaignView.State.DRAFT) {
            throw new CounterException(VoucherError.NOT_A_DRAFT);
        }
        if (version != null && campaign.version() != version) {
            throw new CounterException(KernelError.CHANGED_MEANWHILE);
        }
        return write(actor, id, form);
    }

    private void requireFree(Actor actor, CampaignForm form, UUID id) {
        if (desk.database().number(TAKEN, actor.merchantId(), form.code(), id) > 0) {
            throw CounterException.at("code", VoucherError.CAMPAIGN_CODE_TAKEN, form.code());
        }
        UUID generic = genericHash(actor, form);
        if (generic != null && desk.database().number(GENERIC_TAKEN, generic, id) > 0) {
            throw CounterException.at("genericCode", VoucherError.GENERIC_CODE_INVALID);
        }
    }

    private @Nullable UUID genericHash(Actor actor, CampaignForm form) {
        String code = form.giving().genericCode();
        return code == null ? null : desk.hash(ReadingCodes.generic(actor.merchantId(), code));
    }

    private Campaign write(Actor actor, UUID id, CampaignForm form) {
        CampaignForm.Giving giving = form.giving();
        String generic = giving.genericCode();
        desk.database()
                .change(
                        UPDATE,
                        form.code(),
                        form.texts().nameEn(),
                        form.texts().nameZh(),
                        form.texts().noteEn(),
                        form.texts().noteZh(),
                        form.quantity().currency(),
                        form.kind(),
                        definitions.write(funded(actor, form)),
                        giving.way(),
                        giving.event(),
                        giving.eventDays(),
                        giving.eventAmount() == null
                                ? null
                                : giving.eventAmount().minor(),
                        giving.from(),
                        giving.until(),
                        form.validity().from(),
                        form.validity().until(),
                        form.validity().after(),
                        form.validity().days(),
                        form.quantity().total(),
                        form.quantity().perDay(),
                        form.quantity().perPerson(),
                        form.quantity().budget(),
                        form.keeping().givable(),
                        form.keeping().comesBack() ? "WHOLE" : "NEVER",
                        form.keeping().remindDays(),
                        genericHash(actor, form),
                        generic == null ? null : generic.substring(Math.max(0, generic.length() - TAIL)),
                        id);
        writeParties(actor, id, form.parties());
        campaigns.forget(id);
        return campaigns.now(id);
    }

    /** The terms as a quote shall trace them: borne by those who take part. */
    private VoucherTerms funded(Actor actor, CampaignForm form) {
        List<Funding.Part> parts = new ArrayList<>();
        for (CampaignForm.Party party : form.parties()) {
            UUID merchant = merchant(party.merchant());
            if (party.share() > 0) {
                boolean own = merchant.equals(actor.merchantId());
                parts.add(new Funding.Part(own ? "merchant" : "merchant:" + merchant, party.share()));
            }
        }
        Funding funding = parts.isEmpty() ? Funding.MERCHANT : new Funding(parts);
        return new VoucherTerms(
                form.terms().terms().fundedBy(funding), form.terms().perOrder());
    }

    private void writeParties(Actor actor, UUID id, List<CampaignForm.Party> parties) {
        desk.database().change("DELETE FROM vouchers.party WHERE campaign_id = ?", id);
        boolean own = false;
        for (CampaignForm.Party party : parties) {
            UUID merchant = merchant(party.merchant());
            boolean agreed = merchant.equals(actor.merchantId());
            own |= agreed;
            writeParty(
                    actor,
                    id,
                    new Honouring.Party(
                            merchant,
                            party.honours(),
                            party.share(),
                            agreed ? journals.clock().instant() : null));
        }
        if (!own) {
            int share = parties.isEmpty() ? WHOLE : 0;
            writeParty(
                    actor,
                    id,
                    new Honouring.Party(
                            actor.merchantId(),
                            parties.isEmpty(),
                            share,
                            journals.clock().instant()));
        }
    }

    private void writeParty(Actor actor, UUID id, Honouring.Party party) {
        desk.database()
                .change(
                        PARTY,
                        id,
                        party.merchantId(),
                        party.honours(),
                        party.share(),
                        party.agreedAt(),
                        party.agreedAt() == null ? null : actor.id());
    }

    private UUID merchant(String code) {
        return merchants.all().stream()
                .filter(each -> each.code().equalsIgnoreCase(code.strip()))
                .map(MerchantView::id)
                .findFirst()
                .orElseThrow(() -> CounterException.at("parties", VoucherError.NO_SUCH_PARTNER, code));
    }

    /** The campaigns that a merchant runs or takes part in, as far as they fit the search. */
    List<Campaign> page(UUID merchantId, CampaignSearch search, @Nullable UUID before, int limit) {
        UUID last = before == null ? new UUID(-1, -1) : before;
        return desk.database()
                .list(
                        LIST,
                        campaigns::read,
                        merchantId,
                        merchantId,
                        search.state(),
                        search.state(),
                        search.text().strip(),
                        last,
                        Math.max(1, Math.min(limit, MOST)) + 1);
    }

    List<CampaignView.Party> parties(Campaign campaign) {
        List<CampaignView.Party> views = new ArrayList<>();
        for (Honouring.Party party : honouring.parties(campaign)) {
            views.add(
                    Honouring.view(party, merchants.merchant(party.merchantId()).code()));
        }
        return views;
    }
}
