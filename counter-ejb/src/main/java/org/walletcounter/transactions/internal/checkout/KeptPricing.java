package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.Companion;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.Sale;
import org.walletcounter.transactions.SalePricing;

/** What is kept of a sale's price: the whole reckoning for a return, a row per reduction and promise for everybody else. */
@Dependent
public class KeptPricing {

    private static final Companion.Table PRICING = new Companion.Table(
            "transactions.pricing",
            List.of("payment_id", "list", "net", "points", "payable", "sale"),
            List.of("uuid", "int8", "int8", "int8", "int8", "text"));

    private static final Companion.Table REDUCTION = new Companion.Table(
            "transactions.reduction",
            List.of("payment_id", "line", "step", "source_id", "campaign_id", "name_en", "name_zh", "party", "amount"),
            List.of("uuid", "int4", "text", "uuid", "uuid", "text", "text", "text", "int8"));

    private static final Companion.Table PROMISE = new Companion.Table(
            "transactions.promise",
            List.of(
                    "payment_id",
                    "line",
                    "merchant_id",
                    "store_id",
                    "member_id",
                    "kind",
                    "campaign_id",
                    "name_en",
                    "name_zh",
                    "what",
                    "count",
                    "worth",
                    "currency",
                    "due_at",
                    "state",
                    "why"),
            List.of(
                    "uuid",
                    "int4",
                    "uuid",
                    "uuid",
                    "uuid",
                    "text",
                    "uuid",
                    "text",
                    "text",
                    "text",
                    "int8",
                    "int8",
                    "text",
                    "timestamptz",
                    "text",
                    "text"));

    private static final List<Adjustment.Funder> NOBODY = List.of();

    private final Definitions definitions;

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptPricing(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The rows to keep with a payment. */
    List<Companion.Row> rows(Actor actor, Occasion occasion, Priced priced) {
        Quote quote = priced.quote();
        Quote.Totals totals = quote.totals();
        UUID payment = occasion.ids().payment();
        List<Companion.Row> rows = new ArrayList<>();
        rows.add(row(
                PRICING,
                payment,
                totals.list(),
                totals.net(),
                totals.points(),
                totals.payable(),
                definitions.write(priced.sale())));
        int line = 0;
        for (Adjustment each : quote.trace()) {
            for (Adjustment.Funder funder : fundersOf(each)) {
                rows.add(reduction(payment, ++line, each, funder));
            }
        }
        int promised = 0; // a return finds each by its number, see RefundPlan.PromiseBack
        for (Promise each : quote.promises()) {
            rows.add(promise(actor, occasion, ++promised, new Given(each, quote.currency())));
        }
        return rows;
    }

    /** How receipts and screens show it. */
    static SalePricing shown(Quote quote) {
        Quote.Totals totals = quote.totals();
        return new SalePricing(
                totals.list(),
                totals.points(),
                totals.pointsSpent(),
                quote.trace().stream()
                        .filter(each -> each.amount() < 0)
                        .map(each -> new SalePricing.Reduction(
                                each.step(),
                                each.source().id(),
                                each.source().campaignId(),
                                each.source().names().en(),
                                each.source().names().zh(),
                                -each.amount()))
                        .toList(),
                quote.trace().stream()
                        .filter(each -> each.step() == Adjustment.Step.TAX)
                        .mapToLong(Adjustment::amount)
                        .sum(),
                quote.promises().stream()
                        .map(each -> new SalePricing.Promised(
                                each.kind(), each.names().en(), each.names().zh(), each.count(), each.worth()))
                        .toList());
    }

    /** The prices of those of these payments that something moved. */
    public Map<UUID, SalePricing> shown(Collection<UUID> payments) {
        Map<UUID, SalePricing> found = new HashMap<>();
        for (Object[] row :
                query("SELECT payment_id, sale FROM transactions.pricing WHERE payment_id IN (?1)", payments)) {
            found.put(
                    (UUID) row[0],
                    shown(definitions.readKept((String) row[1], Sale.class).quote()));
        }
        return found;
    }

    /** The sale that a payment paid, if something moved its price. */
    Optional<Sale> sale(UUID paymentId) {
        return query("SELECT payment_id, sale FROM transactions.pricing WHERE payment_id IN (?1)", List.of(paymentId))
                .stream()
                .findFirst()
                .map(row -> definitions.readKept((String) row[1], Sale.class));
    }

    /** In which version a campaign's terms were used for a payment. */
    public int versionOf(UUID paymentId, UUID campaignId) {
        return sale(paymentId).orElseThrow().offers().promotions().stream()
                .filter(each -> each.id().equals(campaignId))
                .findFirst()
                .orElseThrow()
                .version();
    }

    /**
     * Takes back what was promised, as far as it was not given yet; what was given stays noted as taken back, but for vouchers:
     * those the member keeps.
     *
     * @return what was paid out of it as cash-back, in minor units, and is to be claimed back
     */
    long takeBack(UUID paymentId, List<RefundPlan.PromiseBack> promises) {
        long claimed = 0;
        for (RefundPlan.PromiseBack each : promises) {
            claimed += isPaidOut(paymentId, each) ? each.part().count() : 0;
            entities.createNativeQuery("UPDATE transactions.promise SET taken_back = taken_back + ?1, state = CASE WHEN"
                            + " state = 'DUE' AND taken_back + ?1 >= count THEN 'GONE' ELSE state END WHERE payment_id = ?2"
                            + " AND line = ?3 AND NOT (kind = 'VOUCHERS' AND state = 'KEPT')")
                    .setParameter(1, each.part().count())
                    .setParameter(2, paymentId)
                    .setParameter(3, each.line())
                    .executeUpdate();
        }
        return claimed;
    }

    /** Those of some promises that can be taken back, whatever has become of them: all but vouchers that the member has by now. */
    List<RefundPlan.PromiseBack> revocable(UUID paymentId, List<RefundPlan.PromiseBack> promises) {
        return promises.stream()
                .filter(each -> each.part().kind() != Promise.Kind.VOUCHERS || !isKept(paymentId, each))
                .toList();
    }

    /** Whether a cash-back is in the wallet by now. */
    private boolean isPaidOut(UUID paymentId, RefundPlan.PromiseBack promise) {
        return promise.part().kind() == Promise.Kind.CREDIT && isKept(paymentId, promise);
    }

    /** Who keeps it meanwhile is waited for. */
    private boolean isKept(UUID paymentId, RefundPlan.PromiseBack promise) {
        return entities.createNativeQuery(
                        "SELECT state FROM transactions.promise WHERE payment_id = ?1 AND line = ?2 FOR UPDATE")
                .setParameter(1, paymentId)
                .setParameter(2, promise.line())
                .getResultList()
                .contains("KEPT");
    }

    @SuppressWarnings("unchecked") // the provider's own type of a row
    private List<Object[]> query(String sql, Collection<UUID> payments) {
        return payments.isEmpty()
                ? List.of()
                : entities.createNativeQuery(sql).setParameter(1, payments).getResultList();
    }

    /** Who pays for it. Price lists and points name nobody: the merchant does. */
    private static List<Adjustment.Funder> fundersOf(Adjustment adjustment) {
        if (adjustment.amount() >= 0 || adjustment.step() == Adjustment.Step.ROUNDING) {
            return NOBODY;
        }
        List<Adjustment.Funder> funders =
                adjustment.funders().stream().filter(each -> each.amount() > 0).toList();
        return funders.isEmpty() ? List.of(new Adjustment.Funder("merchant", -adjustment.amount())) : funders;
    }

    private static Companion.Row reduction(UUID payment, int line, Adjustment adjustment, Adjustment.Funder funder) {
        Adjustment.Source source = adjustment.source();
        return row(
                REDUCTION,
                payment,
                line,
                adjustment.step().name(),
                source.id(),
                source.campaignId(),
                source.names().en(),
                source.names().zh(),
                funder.party(),
                funder.amount());
    }

    private record Given(Promise promise, String currency) {}

    private static Companion.Row promise(Actor actor, Occasion occasion, int line, Given given) {
        Promise promise = given.promise();
        boolean atOnce = promise.kind() == Promise.Kind.GIFT || promise.kind() == Promise.Kind.TICKETS;
        boolean nobody = !atOnce && occasion.memberId() == null;
        return row(
                PROMISE,
                occasion.ids().payment(),
                line,
                actor.merchantId(),
                occasion.storeId(),
                occasion.memberId(),
                promise.kind().name(),
                promise.campaignId(),
                promise.names().en(),
                promise.names().zh(),
                promise.what(),
                promise.count(),
                promise.worth(),
                given.currency(),
                occasion.when().at().plus(Duration.ofDays(promise.afterDays())),
                atOnce ? "KEPT" : nobody ? "FAILED" : "DUE",
                nobody ? "no member" : null);
    }

    private static Companion.Row row(Companion.Table table, @Nullable Object... values) {
        return new Companion.Row(table, values);
    }
}
