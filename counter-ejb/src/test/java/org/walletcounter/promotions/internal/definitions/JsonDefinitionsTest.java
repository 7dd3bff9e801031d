package org.walletcounter.promotions.internal.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherTerms;

class JsonDefinitionsTest {

    private static final Terms.Names NAMES = new Terms.Names("Spring", "春");
    private static final String LADDER = "{\"names\":{\"en\":\"a\",\"zh\":\"b\"},\"currency\":\"CNY\","
            + "\"benefit\":{\"kind\":\"ladder\",\"steps\":[{\"from\":10000,\"off\":%s}]}}";

    private final JsonDefinitions definitions = new JsonDefinitions();

    static Stream<Benefit> benefits() {
        return Stream.of(
                new Benefit.AmountOff(500),
                new Benefit.Ladder(List.of(new Benefit.Ladder.Step(10_000, 2_000))),
                new Benefit.EachFull(10_000, 2_000, null),
                new Benefit.PercentOff(2_000, 5_000L),
                new Benefit.FixedPrice(990),
                new Benefit.NthItem(2, 5_000),
                new Benefit.BuyGet(2, 1, Selection.ofSkus("CUP"), 10_000),
                new Benefit.Bundle(List.of(new Benefit.Bundle.Slot(Selection.ofCategories("Tea"), 2)), 1_990),
                new Benefit.GiftLadder(List.of(
                        new Benefit.GiftLadder.Step(0, List.of(new Benefit.GiftLadder.Present("CUP", NAMES, 1, 295))))),
                new Benefit.HappyHour(
                        List.of(new Benefit.HappyHour.Slot(LocalTime.of(17, 0), LocalTime.of(19, 0), 3_000))),
                new Benefit.TierPrice(Map.of("gold", 1_000)),
                new Benefit.BirthdayTreat(3, 3, 2_000, null),
                new Benefit.WelcomePack(List.of(new Benefit.WelcomePack.Stage(UUID.randomUUID(), 1, 7, 500))),
                new Benefit.TenderOff(Set.of("WALLET"), 1_000, 100),
                new Benefit.RandomOff(0L, List.of(new Benefit.RandomOff.Chance(1, 100))),
                new Benefit.CashBack(500, null, 14),
                new Benefit.Clearance(List.of(new Benefit.Clearance.Step(1, 5_000))),
                new Benefit.Lottery(
                        10_000,
                        3,
                        90,
                        14,
                        5,
                        1,
                        "car",
                        List.of(
                                new Prize("car", NAMES, 1, 1, 1_000_000, null, null, null),
                                new Prize("points", NAMES, 9, 100, 50, Prize.Gives.POINTS, 500, null))),
                new Benefit.FreeItems(1));
    }

    @ParameterizedTest
    @MethodSource("benefits")
    void everyBenefitIsReadAsItWasWritten(Benefit benefit) {
        VoucherTerms terms = new VoucherTerms(Terms.of("x", "CNY", benefit), 2);
        assertThat(definitions.read(definitions.write(terms), VoucherTerms.class))
                .isEqualTo(terms);
    }

    @Test
    void theListAboveNamesEveryBenefit() {
        assertThat(benefits().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Benefit.class.getPermittedSubclasses()));
    }

    @Test
    void conditionsAreReadAsTheyWereWritten() {
        Condition all = Condition.all(
                new Condition.Any(List.of(new Condition.Stores(Set.of(UUID.randomUUID())), new Condition.Members())),
                new Condition.Times(
                        Set.of(DayOfWeek.MONDAY),
                        LocalTime.of(9, 30),
                        LocalTime.of(17, 0),
                        Set.of(LocalDate.of(2026, 12, 25))),
                new Condition.Quantity(Selection.ofSkus("A", "B"), 3),
                new Condition.Amount(Selection.ALL, 10_000, Stacking.Base.INITIAL));
        Terms terms = Terms.of("x", "CNY", new Benefit.AmountOff(1)).when(all).stacked(Stacking.oneOf("g"));
        assertThat(definitions.read(definitions.write(terms), Terms.class)).isEqualTo(terms);
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        Terms terms = definitions.read(LADDER.formatted("2000"), Terms.class);
        assertThat(terms.when()).isEqualTo(Condition.ALWAYS);
        assertThat(terms.stacking()).isEqualTo(Stacking.FREE);
        assertThat(terms.on()).isEqualTo(Selection.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "10000, benefit.steps[0].off, REDUCTION_REACHES_THRESHOLD",
        "-1, benefit.steps[0].off, AMOUNT_INVALID",
        "null, benefit.steps[0].off, FIELD_MISSING",
        "1.5, benefit.steps[0].off, DEFINITION_UNREADABLE",
        "[], benefit.steps[0].off, DEFINITION_UNREADABLE"
    })
    void badInputIsRefusedAtItsField(String off, String field, PromotionError error) {
        assertThatThrownBy(() -> definitions.read(LADDER.formatted(off), Terms.class))
                .asInstanceOf(InstanceOfAssertFactories.type(CounterException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.error()).isEqualTo(error);
                });
    }

    @Test
    void anUnknownKindAndANewerVersionAreRefused() {
        assertThatThrownBy(() -> definitions.read(LADDER.formatted("1").replace("ladder", "snake"), Terms.class))
                .hasMessageContaining("UNKNOWN_KIND")
                .hasMessageContaining("benefit.kind");
        assertThatThrownBy(() -> definitions.read("{\"v\":2}", Terms.class)).hasMessageContaining("TOO_NEW");
        assertThatThrownBy(() -> definitions.read("[", Terms.class)).hasMessageContaining("UNREADABLE");
    }

    /** What the reader gives up is the sender's mistake, whatever the reader throws. */
    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsRefused(String value) {
        refused("{\"terms\":" + value + "}", CampaignDraft.class, null);
    }

    static Stream<String> unreadable() {
        return Stream.of("1e99999999999", "1".repeat(1_200), "[".repeat(1_200) + "]".repeat(1_200), "[", "tru");
    }

    @Test
    void aTextThatIsSentHasNoNul() {
        refused(prices("Gold\\u0000", "2026-01-01T00:00:00Z", "A1"), PriceListDraft.class, "names.en");
        refused(prices("Gold", "2026-01-01T00:00:00Z", "A1\\u0000"), PriceListDraft.class, "unitAmounts");
        refused(LADDER.formatted("2000").replace("\"zh\":\"b\"", "\"zh\":\"b\\u0000\""), Terms.class, "names.zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+300000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "1899-12-31T23:59:59Z"})
    void aMomentThatIsSentIsOneOfBusiness(String moment) {
        refused(prices("Gold", moment, "A1"), PriceListDraft.class, "from");
    }

    @Test
    void aDayThatIsSentIsOneOfBusiness() {
        String when = "{\"kind\":\"times\",\"days\":[],\"from\":\"09:00\",\"until\":\"10:00\",\"blackout\":[\"%s\"]}";
        String terms = LADDER.formatted("2000").replace("\"benefit\"", "\"when\":" + when + ",\"benefit\"");
        assertThat(definitions.read(terms.formatted("9999-12-31"), Terms.class).when())
                .isInstanceOf(Condition.Times.class);
        refused(terms.formatted("+300000-01-01"), Terms.class, "when.blackout[0]");
    }

    /** One list of former times must not keep all sales of its merchant from being priced. */
    @Test
    void whatIsRefusedTodayIsStillReadWhereItWasKept() {
        PriceListDraft kept = definitions.readKept(
                prices("Gold\\u0000", "+12000-01-01T00:00:00Z", "A1\\u0000"), PriceListDraft.class);
        assertThat(kept.names().en()).isEqualTo("Gold\uFFFD");
        assertThat(kept.from()).isEqualTo(Instant.parse("+12000-01-01T00:00:00Z"));
        assertThat(kept.unitAmounts()).isEqualTo(Map.of("A1\uFFFD", 100L));
    }

    private static String prices(String name, String from, String sku) {
        return "{\"names\":{\"en\":\"" + name + "\",\"zh\":\"b\"},\"currency\":\"CNY\",\"from\":\"" + from
                + "\",\"unitAmounts\":{\"" + sku + "\":100}}";
    }

    private void refused(String json, Class<? extends Record> type, @Nullable String field) {
        assertThatThrownBy(() -> definitions.read(json, type))
                .isInstanceOfSatisfying(CounterException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(PromotionError.DEFINITION_UNREADABLE);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }
}
