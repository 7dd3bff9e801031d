package org.walletcounter.loyalty.internal.segments;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.loyalty.Segment;
import org.walletcounter.loyalty.SegmentSnapshot;
import org.walletcounter.loyalty.Segments;
import org.walletcounter.loyalty.internal.Db;
import org.walletcounter.loyalty.internal.MerchantFacts;
import org.walletcounter.members.Birthdays;
import org.walletcounter.merchants.Merchants;

/** The segments' door in the server. */
@Stateless
@DeclareRoles({"cashier", "manager", "analyst", "administrator", "member", "system"})
public class SegmentsBean implements Segments {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Inject
    Merchants merchants;

    @Inject
    Birthdays birthdays;

    @Inject
    Clock clock;

    @Inject
    Event<PrivilegedAct> acts;

    @Nullable
    JdbcSegments segments;

    @PostConstruct
    void start() {
        segments = new JdbcSegments(new Db(database), MerchantFacts.of(merchants), birthdays, clock);
    }

    private JdbcSegments segments() {
        if (segments == null) {
            throw new IllegalStateException("The segments have not been started.");
        }
        return segments;
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public List<Segment> all(Actor actor) {
        return segments().all(actor.merchantId());
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public Segment segment(Actor actor, UUID id) {
        return segments().segment(actor.merchantId(), id);
    }

    @Override
    @RolesAllowed({"manager", "administrator"})
    public Segment save(Actor actor, Segment segment) {
        Segment saved = segments().save(actor, segment);
        acts.fire(new PrivilegedAct(actor, "segment.saved", "segment:" + saved.id(), "version " + saved.version()));
        return saved;
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public Segment.Size preview(Actor actor, List<List<Segment.Condition>> conditions) {
        return segments().preview(actor.merchantId(), conditions);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public SegmentSnapshot refresh(Actor actor, UUID segmentId) {
        SegmentSnapshot asked = segments().refresh(actor, segmentId);
        acts.fire(new PrivilegedAct(actor, "segment.snapshot", "segment:" + segmentId, "version " + asked.version()));
        return asked;
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public List<SegmentSnapshot> snapshots(Actor actor, UUID segmentId) {
        return segments().snapshots(actor.merchantId(), segmentId);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public Page<UUID> members(Actor actor, UUID snapshotId, @Nullable String after, int limit) {
        return segments().members(actor.merchantId(), snapshotId, after, limit);
    }

    @Override
    @PermitAll
    public List<String> codesOf(UUID merchantId, UUID memberId) {
        return segments().codesOf(merchantId, memberId);
    }
}
