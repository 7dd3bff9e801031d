package org.walletcounter.promotions.internal.campaigns;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.AfterCommit;
import org.walletcounter.kernel.Page;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Posting;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.promotions.BelowCost;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.DrawnCampaign;
import org.walletcounter.promotions.Draws;
import org.walletcounter.promotions.GoodsForSale;
import org.walletcounter.promotions.MarginGuard;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.PriceListView;
import org.walletcounter.promotions.PriceLists;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.internal.draws.SeedSettings;

/** The bean behind both doors of promotions. One per node, so that what every quote asks is remembered in it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@Local({Promotions.class, Campaigns.class, PriceLists.class, Draws.class})
@RolesAllowed({"manager", "administrator", "system"})
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // the doors' own types
public class PromotionsBean implements Promotions, Campaigns, PriceLists, Draws {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Ledger ledger;

    @Inject
    Merchants merchants;

    @Inject
    GoodsForSale goods;

    @Inject
    Parameters parameters;

    @Inject
    Clock clock;

    @Inject
    Event<PrivilegedAct> acts;

    private CampaignGround ground;

    @PostConstruct
    void putTogether() {
        House house = new House() {
            @Override
            public LocalDate today(UUID merchantId) {
                return merchants.businessDay(merchantId, clock.instant());
            }

            @Override
            public ZoneId zone(UUID merchantId) {
                return merchants.merchant(merchantId).zone();
            }

            @Override
            public MarginGuard guard(UUID merchantId) {
                return MarginRules.guard(parameters, merchantId);
            }
        };
        ground = new CampaignGround(database, ledger, house, goods, clock, acts::fire, SeedSettings::seal);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public Offers live(Actor actor) {
        return ground.live().of(actor.merchantId());
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public Sale quote(Actor actor, QuoteRequest request) {
        Offers offers = actor.role().equals("member")
                ? ground.untold(actor.merchantId())
                : ground.offers(actor.merchantId(), request.basket().reference());
        return ground.pricing().sale(actor, request, offers);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Funded funding(Actor actor, Sale sale) {
        return ground.financing().funding(actor, sale);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "system"})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Funded refunding(Actor actor, Sale sale, RefundPlan plan) {
        return ground.financing().refunding(actor, sale, plan);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "system"})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Funded cancelling(Actor actor, Sale sale, RefundPlan plan) {
        return ground.financing().cancelling(actor, sale, plan);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public DrawnCampaign odds(Actor actor, UUID campaignId) {
        return ground.draws().odds(actor, campaignId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public List<DrawnCampaign> oddsOfAll(Actor actor) {
        return ground.draws().oddsOfAll(actor);
    }

    @Override
    @RolesAllowed({"member", "system"})
    public Drawn draw(Actor actor, Ticket ticket) {
        return ground.draws().draw(actor, ticket);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "system"})
    public List<Posting> putBack(Actor actor, UUID campaignId, String prizeCode) {
        return ground.draws().putBack(actor, campaignId, prizeCode);
    }

    @Override
    public CampaignView draft(Actor actor, CampaignDraft content) {
        return ground.campaigns().draft(actor, content);
    }

    @Override
    public CampaignView change(Actor actor, UUID id, int version, CampaignDraft content) {
        return ground.campaigns().change(actor, id, version, content);
    }

    @Override
    public CampaignView act(Actor actor, UUID id, int version, CampaignView.Act act) {
        forgetWhenCommitted(actor.merchantId());
        return ground.campaigns().act(actor, id, version, act);
    }

    /** What was changed here is seen here at once; other nodes ask within a second. */
    private void forgetWhenCommitted(UUID merchantId) {
        afterCommit.run(() -> ground.live().forget(merchantId));
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public List<BelowCost> belowCost(Actor actor, UUID id, int version) {
        return ground.campaigns().belowCost(actor, id, version);
    }

    @Override
    public PriceListView make(Actor actor, PriceListDraft content) {
        forgetWhenCommitted(actor.merchantId());
        return ground.lists().make(actor, content);
    }

    @Override
    public PriceListView change(Actor actor, UUID id, int version, PriceListDraft content) {
        forgetWhenCommitted(actor.merchantId());
        return ground.lists().change(actor, id, version, content);
    }

    @Override
    public PriceListView end(Actor actor, UUID id) {
        forgetWhenCommitted(actor.merchantId());
        return ground.lists().end(actor, id);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public PriceListView list(Actor actor, UUID id) {
        return ground.lists().list(actor, id);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public List<PriceListView> all(Actor actor) {
        return ground.lists().all(actor);
    }

    @Override
    public CampaignView copy(Actor actor, UUID id) {
        return ground.campaigns().copy(actor, id);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public CampaignView campaign(Actor actor, UUID id) {
        return ground.campaigns().campaign(actor, id);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public List<CampaignView> versions(Actor actor, UUID id) {
        return ground.campaigns().versions(actor, id);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public Page<CampaignView> campaigns(
            Actor actor, CampaignView.@Nullable State state, @Nullable String after, int limit) {
        return ground.campaigns().campaigns(actor, state, after, limit);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public Page<CampaignView> find(Actor actor, Search search) {
        return ground.campaigns().find(actor, search);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public Map<UUID, CampaignView.State> changes(Actor actor) {
        return ground.campaigns().changes(actor);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public Usage usage(Actor actor, UUID id) {
        return ground.campaigns().usage(actor, id);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public List<CalendarEntry> calendar(Actor actor, Instant from, Instant until) {
        return ground.campaigns().calendar(actor, from, until);
    }
}
