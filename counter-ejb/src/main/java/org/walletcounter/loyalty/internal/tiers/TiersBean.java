package org.walletcounter.loyalty.internal.tiers;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.loyalty.MemberTier;
import org.walletcounter.loyalty.TierPreview;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.loyalty.Tiers;
import org.walletcounter.loyalty.internal.Db;
import org.walletcounter.loyalty.internal.MerchantFacts;
import org.walletcounter.loyalty.internal.StandingsMoved;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Merchants;

/** The tiers' door in the server. */
@Stateless
@DeclareRoles({"cashier", "manager", "analyst", "administrator", "member", "system"})
public class TiersBean implements Tiers {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Inject
    Merchants merchants;

    @Inject
    Members members;

    @Inject
    Clock clock;

    @Inject
    Event<PrivilegedAct> acts;

    @Inject
    Event<StandingsMoved> moves;

    @Nullable
    JdbcTiers tiers;

    @PostConstruct
    void start() {
        tiers = new JdbcTiers(new Db(database), MerchantFacts.of(merchants), clock);
    }

    private JdbcTiers tiers() {
        if (tiers == null) {
            throw new IllegalStateException("The tiers have not been started.");
        }
        return tiers;
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public Optional<TierScheme> scheme(Actor actor) {
        return tiers().scheme(actor.merchantId());
    }

    @Override
    @RolesAllowed({"manager", "administrator", "system"})
    public TierScheme save(Actor actor, TierScheme scheme) {
        TierScheme saved = tiers().save(actor, scheme);
        acts.fire(new PrivilegedAct(
                actor, "tiers.saved", "merchant:" + actor.merchantId(), "version " + saved.version()));
        moves.fire(new StandingsMoved(actor.merchantId()));
        return saved;
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public TierPreview preview(Actor actor, TierScheme proposed) {
        return tiers().preview(actor.merchantId(), proposed);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public MemberTier of(Actor actor, UUID memberId) {
        members.member(actor, memberId);
        return tiers().of(actor.merchantId(), memberId);
    }

    @Override
    @RolesAllowed({"manager", "administrator", "system"})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int lift(UUID merchantId, Instant since) {
        int moved = tiers().lift(merchantId, since);
        if (moved > 0) {
            moves.fire(new StandingsMoved(merchantId));
        }
        return moved;
    }
}
