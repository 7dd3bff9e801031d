package org.walletcounter.transactions.internal.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.Promise.Kind;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.RefundPlan.PromiseBack;
import org.walletcounter.promotions.ReturnRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.definitions.JsonDefinitions;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.vouchers.internal.TestVouchers;

/** What a return makes of promises, kept or not, with real rows. */
class PromisesTakenBackTest {

    private static final TestVouchers SHOP = TestVouchers.shared();
    private static final TestPersistence PERSISTENCE =
            new TestPersistence(SHOP.books().transactions());
    private static final EntityManager ENTITIES = PERSISTENCE.current();
    private static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");

    private final UUID payment = Ids.next(Clock.systemUTC());
    private final UUID campaign = UUID.randomUUID();
    private final KeptPricing kept = TestCheckout.kept(ENTITIES);

    @Test
    void vouchersThatWereGivenStayWithTheMemberAndAreNotTakenBack() {
        promised(Kind.VOUCHERS, "KEPT");
        takeBack(Kind.VOUCHERS);
        assertThat(column("state")).isEqualTo("KEPT");
        assertThat(column("taken_back")).isEqualTo(0L);
    }

    @Test
    void vouchersThatWereNotGivenYetAreTakenBack() {
        promised(Kind.VOUCHERS, "DUE");
        takeBack(Kind.VOUCHERS);
        assertThat(column("state")).isEqualTo("GONE");
        assertThat(column("taken_back")).isEqualTo(1L);
    }

    @Test
    void aGiftThatWasHandedOutIsTakenBack() {
        promised(Kind.GIFT, "KEPT");
        takeBack(Kind.GIFT);
        assertThat(column("state")).isEqualTo("KEPT");
        assertThat(column("taken_back")).isEqualTo(1L);
    }

    @Test
    void onlyVouchersThatWereGivenCostWhatTheyCost() {
        promised(Kind.VOUCHERS, "KEPT");
        assertThat(revocable(Kind.VOUCHERS)).isEmpty();
    }

    @Test
    void aCreditIsRevocableThoughItWasGiven() {
        promised(Kind.CREDIT, "KEPT");
        assertThat(revocable(Kind.CREDIT)).hasSize(1);
    }

    @Test
    void vouchersThatWereNotGivenYetCostNothing() {
        promised(Kind.VOUCHERS, "DUE");
        assertThat(revocable(Kind.VOUCHERS)).hasSize(1);
    }

    /** Two vouchers of one campaign, each of which gives ten per cent of 100.00 back. */
    @Test
    void ofTwoCreditsOfOneCampaignEachIsTakenBackForItself() {
        promised(1, Kind.CREDIT, 1_000, "DUE");
        promised(2, Kind.CREDIT, 1_000, "DUE");
        List<PromiseBack> halves = List.of(back(1, Kind.CREDIT, 500), back(2, Kind.CREDIT, 500));
        assertThat(takeBack(halves)).isZero();
        assertThat(rows()).containsExactly("1 DUE 500", "2 DUE 500");
        assertThat(takeBack(halves)).isZero();
        assertThat(rows()).containsExactly("1 GONE 1000", "2 GONE 1000");
    }

    @Test
    void onlyTheCreditThatWasPaidOutIsClaimed() {
        promised(1, Kind.CREDIT, 1_000, "DUE");
        promised(2, Kind.CREDIT, 1_000, "KEPT");
        assertThat(takeBack(List.of(back(1, Kind.CREDIT, 500), back(2, Kind.CREDIT, 400))))
                .isEqualTo(400);
        assertThat(rows()).containsExactly("1 DUE 500", "2 KEPT 400");
    }

    @Test
    void theStagesOfAPackThatAreStillToComeAreTakenBackThoughTheFirstWasGiven() {
        promised(1, Kind.VOUCHERS, 1, "KEPT");
        promised(2, Kind.VOUCHERS, 2, "DUE");
        PromiseBack second = back(2, Kind.VOUCHERS, 2);
        List<PromiseBack> pack = List.of(back(1, Kind.VOUCHERS, 1), second);
        assertThat(PERSISTENCE.inNew(() -> kept.revocable(payment, pack))).containsExactly(second);
        takeBack(pack);
        assertThat(rows()).containsExactly("1 KEPT 0", "2 GONE 2");
    }

    @Test
    void ofAPackThatWasNotGivenYetNoMoreIsTakenBackThanThereIs() {
        promised(1, Kind.VOUCHERS, 1, "DUE");
        promised(2, Kind.VOUCHERS, 2, "DUE");
        takeBack(List.of(back(1, Kind.VOUCHERS, 1), back(2, Kind.VOUCHERS, 2)));
        assertThat(rows()).containsExactly("1 GONE 1", "2 GONE 2");
    }

    /** As the kept sale is read again, its promises have the numbers of their rows. */
    @Test
    void aReturnNumbersPromisesAsTheirRowsAre() {
        PurePricing pricing = new PurePricing();
        Sale sale = packed(pricing);
        Actor cashier = new Actor("staff:1", "Wen", "cashier", SHOP.merchant(), null);
        UUID any = SHOP.merchant();
        Occasion occasion = new Occasion(
                new Occasion.Ids(payment, any), any, "1042", any, new Occasion.When(BEGIN, LocalDate.of(2026, 11, 1)));
        Priced priced = new Priced(sale, List.of(), List.of(), List.of(), null);
        List<String> rows = kept.rows(cashier, occasion, priced).stream()
                .filter(each -> each.table().name().equals("transactions.promise"))
                .map(each -> each.values()[1] + " " + each.values()[5] + " " + each.values()[10])
                .toList();
        JsonDefinitions definitions = new JsonDefinitions();
        Sale again = definitions.read(definitions.write(sale), Sale.class);
        ReturnRequest all =
                new ReturnRequest(Map.of(), Map.of(1, 1), ReturnRequest.Policy.KEEP_SHARE, ReturnRequest.Given.NOTHING);
        assertThat(pricing.refund(again, all).promisesBack())
                .extracting(each -> each.line() + " " + each.part().kind() + " "
                        + each.part().count())
                .containsExactlyElementsOf(rows)
                .containsExactlyInAnyOrder("1 VOUCHERS 1", "2 VOUCHERS 2", "3 CREDIT 1000");
    }

    /** A sale of 100.00 with a pack of two stages and cash-back. */
    private static Sale packed(PurePricing pricing) {
        UUID vouchers = UUID.randomUUID();
        Benefit pack = new Benefit.WelcomePack(List.of(
                new Benefit.WelcomePack.Stage(vouchers, 1, 0, 500),
                new Benefit.WelcomePack.Stage(vouchers, 2, 30, 500)));
        Offers offers = new Offers(
                List.of(
                        promotion(new UUID(1, 1), pack),
                        promotion(new UUID(1, 2), new Benefit.CashBack(1_000, null, 7))),
                List.of());
        QuoteRequest request = new QuoteRequest(
                new Basket(
                        "1042",
                        "GBP",
                        List.of(Basket.Line.of(1, "cup", "cups", 1, 10_000)),
                        Basket.Place.TILL,
                        Basket.PriceRules.PLAIN),
                new Shopper(UUID.randomUUID(), null, Set.of(), null, true, null),
                Holdings.NONE,
                QuoteRequest.Wishes.NONE,
                BEGIN.atZone(ZoneOffset.UTC));
        return pricing.sale(request, offers, pricing.quote(request, offers));
    }

    private static Promotion promotion(UUID id, Benefit benefit) {
        return new Promotion(id, 1, Terms.of("Welcome", "GBP", benefit), BEGIN, null);
    }

    private List<PromiseBack> revocable(Kind kind) {
        return PERSISTENCE.inNew(() -> kept.revocable(payment, List.of(back(1, kind, 1))));
    }

    private void promised(Kind kind, String state) {
        promised(1, kind, 1, state);
    }

    private void promised(int line, Kind kind, long count, String state) {
        PERSISTENCE.inNew(() -> ENTITIES.createNativeQuery(
                        "INSERT INTO transactions.promise (payment_id, line, merchant_id, store_id, member_id, kind,"
                                + " campaign_id, name_en, name_zh, what, count, worth, currency, due_at, state)"
                                + " VALUES (?1, ?6, ?2, ?2, ?2, ?3, ?4, 'Welcome', '欢迎', 'what', ?7, 500, 'GBP', now(), ?5)")
                .setParameter(1, payment)
                .setParameter(2, SHOP.merchant())
                .setParameter(3, kind.name())
                .setParameter(4, campaign)
                .setParameter(5, state)
                .setParameter(6, line)
                .setParameter(7, count)
                .executeUpdate());
    }

    private void takeBack(Kind kind) {
        takeBack(List.of(back(1, kind, 1)));
    }

    private long takeBack(List<PromiseBack> promises) {
        return PERSISTENCE.inNew(() -> kept.takeBack(payment, promises));
    }

    private PromiseBack back(int line, Kind kind, long count) {
        Promise part = new Promise(kind, campaign, new Terms.Names("Welcome", "欢迎"), "what", count, 500, 0);
        return new PromiseBack(line, part);
    }

    /** Each with its number, its state and how much was taken back. */
    private List<String> rows() {
        return PERSISTENCE.inNew(() -> {
            List<?> rows = ENTITIES.createNativeQuery("SELECT concat_ws(' ', line, state, taken_back)"
                            + " FROM transactions.promise WHERE payment_id = ?1 ORDER BY line")
                    .setParameter(1, payment)
                    .getResultList();
            return rows.stream().map(Object::toString).toList();
        });
    }

    private Object column(String name) {
        return PERSISTENCE.inNew(
                () -> ENTITIES.createNativeQuery("SELECT " + name + " FROM transactions.promise WHERE payment_id = ?1")
                        .setParameter(1, payment)
                        .getSingleResult());
    }
}
