package org.walletcounter.vouchers.internal.book;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.vouchers.Step;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.VoucherView;

/** Reads vouchers, each within what the actor may see. */
@Dependent
public class HeldVouchers {

    private static final int MOST = 200;
    private static final int LONGEST_STORY = 100;

    private static final String VOUCHERS =
            "SELECT v.* FROM vouchers.voucher v JOIN vouchers.campaign c ON c.id = v.campaign_id";

    /** Of a merchant's own campaigns, and of others' that it honours. */
    private static final String HERE = "(c.merchant_id = ? OR EXISTS (SELECT 1 FROM vouchers.party p"
            + " WHERE p.campaign_id = c.id AND p.merchant_id = ? AND p.honours))";

    private static final String SEEN = VOUCHERS + " WHERE v.id = ANY (?) AND " + HERE + " ORDER BY v.id";

    private static final String OF_MEMBER = VOUCHERS + " WHERE v.member_id = ? AND " + HERE;

    private final Database database;
    private final Campaigns campaigns;
    private final Ledger ledger;

    @Inject
    public HeldVouchers(Database database, Campaigns campaigns, Ledger ledger) {
        this.database = database;
        this.campaigns = campaigns;
        this.ledger = ledger;
    }

    public Database database() {
        return database;
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    /** The vouchers with these ids; refuses if the actor may not see one of them, or there is none. */
    public Map<UUID, Held> seen(Actor actor, Collection<UUID> ids) {
        Map<UUID, Held> found = ids.isEmpty()
                ? new HashMap<>()
                : database.list(SEEN, Held::read, List.copyOf(ids), actor.merchantId(), actor.merchantId()).stream()
                        .filter(voucher -> !actor.role().equals("member") || holds(actor, voucher))
                        .collect(Collectors.toMap(Held::id, Function.identity()));
        if (!found.keySet().containsAll(ids)) {
            throw new CounterException(VoucherError.NO_SUCH_VOUCHER);
        }
        return found;
    }

    public Held seen(Actor actor, UUID id) {
        return seen(actor, List.of(id)).values().iterator().next();
    }

    private static boolean holds(Actor actor, Held voucher) {
        return actor.id().equals("member:" + voucher.memberId());
    }

    public List<VoucherView> of(Actor actor, UUID memberId, boolean all) {
        if (actor.role().equals("member") && !actor.id().equals("member:" + memberId)) {
            throw new CounterException(VoucherError.NO_SUCH_VOUCHER);
        }
        String which = all
                ? " ORDER BY v.id DESC LIMIT " + MOST
                : " AND v.state = 'IN_HAND' ORDER BY v.valid_until, v.id LIMIT " + MOST;
        return database.list(OF_MEMBER + which, Held::read, memberId, actor.merchantId(), actor.merchantId()).stream()
                .map(voucher -> view(actor, voucher))
                .toList();
    }

    /** A voucher as the actor's merchant shows it. */
    public VoucherView view(Actor actor, Held voucher) {
        boolean inHand = voucher.state() == VoucherView.State.IN_HAND;
        boolean held = inHand
                && ledger.account(voucher.account()).map(AccountView::held).orElse(0L) > 0;
        return voucher.view(campaigns.recent(voucher.campaignId()), actor.merchantId(), held);
    }

    /** Its journals, and before them those of the voucher that it was given as. */
    public List<Step> story(Actor actor, UUID id) {
        Held voucher = seen(actor, id);
        ArrayDeque<Step> story = new ArrayDeque<>();
        tell(voucher, story);
        UUID before = voucher.cameFrom();
        while (before != null && story.size() < LONGEST_STORY) {
            Held given = database.first("SELECT * FROM vouchers.voucher WHERE id = ?", Held::read, before)
                    .orElseThrow();
            tell(given, story);
            before = given.cameFrom();
        }
        return List.copyOf(story);
    }

    private void tell(Held voucher, ArrayDeque<Step> story) {
        for (StatementLine line :
                ledger.statement(voucher.account(), null, LONGEST_STORY).items()) {
            story.addFirst(new Step(line.journalId(), line.kind(), line.occurredAt(), line.amount(), line.document()));
        }
    }
}
