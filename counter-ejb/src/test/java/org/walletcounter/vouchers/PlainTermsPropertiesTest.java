package org.walletcounter.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Funding;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherTerms;

class PlainTermsPropertiesTest {

    private static final Terms.Names NAMES = new Terms.Names("Off", "减");
    private static final long MOST = 1_000_000;

    @Property
    void whatWasSaidInFewWordsIsReadBackWordForWord(@ForAll("plain") PlainTerms plain) {
        VoucherTerms terms = plain.terms(NAMES, NAMES, "GBP");

        assertThat(PlainTerms.of(terms)).isEqualTo(plain);
    }

    @Property(tries = 50)
    void whatTheFewWordsCannotSayIsAdmitted(@ForAll("plain") PlainTerms plain) {
        VoucherTerms terms = plain.terms(NAMES, NAMES, "GBP");
        Condition more = Condition.all(terms.terms().when(), new Condition.FirstPurchase());
        PlainTerms read = PlainTerms.of(new VoucherTerms(terms.terms().when(more), terms.perOrder()));

        assertThat(read.whole()).isFalse();
        assertThat(read.limits()).isEqualTo(plain.limits());
    }

    @Property(tries = 50)
    void whatTheWordsWouldMakeOtherwiseIsAdmittedToo(@ForAll("plain") PlainTerms plain) {
        Terms terms = plain.terms(NAMES, NAMES, "GBP").terms();
        Selection other = Selection.ofSkus("OTHER");
        Condition spent = new Condition.Amount(other, 1, Stacking.Base.DISCOUNTED);
        Condition before = new Condition.Amount(terms.on(), plain.from() + 1, Stacking.Base.INITIAL);
        Condition here = new Condition.Stores(Set.of(new UUID(7, 7)));
        Condition there = new Condition.Stores(Set.of(new UUID(8, 8)));

        assertThat(Stream.of(
                        terms.stacked(Stacking.oneOf("x")),
                        terms.stacked(Stacking.FREE.from(Stacking.Base.INITIAL)),
                        terms.leaving(1),
                        terms.holdingOut(1),
                        terms.when(Condition.all(terms.when(), spent)),
                        terms.when(Condition.all(terms.when(), before)),
                        terms.when(Condition.all(terms.when(), here, there))))
                .noneMatch(more ->
                        PlainTerms.of(new VoucherTerms(more, plain.perOrder())).whole());
    }

    @Property(tries = 50)
    void howConditionsArePutTogetherAndWhoPaysDoesNotMatter(@ForAll("plain") PlainTerms plain) {
        Terms terms = plain.terms(NAMES, NAMES, "GBP").terms();
        Terms same = terms.when(Condition.all(Condition.ALWAYS, Condition.all(terms.when())))
                .fundedBy(new Funding(List.of(new Funding.Part("supplier:tea", 10_000))));

        assertThat(PlainTerms.of(new VoucherTerms(same, plain.perOrder()))).isEqualTo(plain);
    }

    /** The form keeps what was typed for another kind, and takes the same hour twice. */
    @Property
    void whateverTheFormMakesItCanShow(@ForAll("typed") PlainTerms typed) {
        assertThat(PlainTerms.of(typed.terms(NAMES, NAMES, "GBP")).whole()).isTrue();
    }

    @Test
    void aGiftsThresholdMayBeSaidTwice() {
        PlainTerms gift = new PlainTerms(
                new PlainTerms.Worth(CampaignForm.Kind.GIFT, 400, 0, null, "MUG", 1),
                3000,
                PlainTerms.Limits.NONE,
                1,
                true);
        Terms terms = gift.terms(NAMES, NAMES, "GBP").terms();

        assertThat(PlainTerms.of(new VoucherTerms(terms.when(Condition.from(3000)), 1)))
                .isEqualTo(gift);
        assertThat(PlainTerms.of(new VoucherTerms(terms.when(Condition.from(2000)), 1))
                        .whole())
                .isFalse();
    }

    @Provide
    Arbitrary<PlainTerms> typed() {
        Arbitrary<PlainTerms.Limits> hours = Combinators.combine(
                        limits(), Arbitraries.integers().between(0, 23))
                .as((limits, hour) -> new PlainTerms.Limits(
                        limits.stores(),
                        limits.categories(),
                        limits.skus(),
                        limits.days(),
                        LocalTime.of(hour, 0),
                        LocalTime.of(hour, 0)));
        return Combinators.combine(worths(), Arbitraries.longs().between(0, MOST), Arbitraries.oneOf(limits(), hours))
                .as((worth, from, limits) -> new PlainTerms(worth, from, limits, 1, true));
    }

    @Provide
    Arbitrary<PlainTerms> plain() {
        Arbitrary<Long> from = Arbitraries.longs().between(0, MOST);
        return Combinators.combine(
                        worths(), from, limits(), Arbitraries.integers().between(1, 100))
                .as((worth, least, limits, perOrder) ->
                        new PlainTerms(worth, least, fit(worth, limits), perOrder, true));
    }

    /** An exchange of one product is for that product: it has no other limits of goods. */
    private static PlainTerms.Limits fit(PlainTerms.Worth worth, PlainTerms.Limits limits) {
        boolean exchange = worth.kind() == CampaignForm.Kind.EXCHANGE;
        return exchange
                ? new PlainTerms.Limits(
                        limits.stores(), Set.of(), Set.of(), limits.days(), limits.opens(), limits.closes())
                : limits;
    }

    private static Arbitrary<PlainTerms.Worth> worths() {
        Arbitrary<Long> amount = Arbitraries.longs().between(1, MOST);
        Arbitrary<@Nullable Long> cap = amount.injectNull(0.5);
        Arbitrary<Integer> pieces = Arbitraries.integers().between(1, 1000);
        return Arbitraries.oneOf(
                amount.map(off -> new PlainTerms.Worth(CampaignForm.Kind.AMOUNT, off, 0, null, "", 1)),
                Combinators.combine(Arbitraries.integers().between(1, 10_000), cap)
                        .as((share, most) -> new PlainTerms.Worth(CampaignForm.Kind.PERCENT, 0, share, most, "", 1)),
                Combinators.combine(amount, pieces)
                        .as((worth, count) ->
                                new PlainTerms.Worth(CampaignForm.Kind.GIFT, worth, 0, null, "TEA", count)),
                Combinators.combine(Arbitraries.of("", "TEA"), pieces)
                        .as((sku, count) -> new PlainTerms.Worth(CampaignForm.Kind.EXCHANGE, 0, 0, null, sku, count)));
    }

    private static Arbitrary<PlainTerms.Limits> limits() {
        Arbitrary<Set<UUID>> stores = Arbitraries.create(UUID::randomUUID).set().ofMaxSize(2);
        Arbitrary<Set<String>> categories = Arbitraries.of("Tea", "Gifts").set().ofMaxSize(2);
        Arbitrary<Set<String>> skus = Arbitraries.of("A1", "B2", "C3").set().ofMaxSize(3);
        Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMaxSize(7);
        Arbitrary<Integer> hour = Arbitraries.integers().between(0, 11).injectNull(0.5);
        return Combinators.combine(stores, categories, skus, days, hour)
                .as((shops, kinds, goods, weekdays, opens) -> new PlainTerms.Limits(
                        shops,
                        kinds,
                        goods,
                        weekdays,
                        opens == null ? null : LocalTime.of(opens, 30),
                        opens == null ? null : LocalTime.of(opens + 12, 0)));
    }
}
