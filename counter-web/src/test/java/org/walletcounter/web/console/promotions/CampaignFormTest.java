package org.walletcounter.web.console.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Funding;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.definitions.JsonDefinitions;

class CampaignFormTest {

    private static final Ground GROUND = new Ground("CNY", ZoneId.of("Asia/Shanghai"));
    private static final Instant BEGIN = Instant.parse("2026-12-01T00:00:00Z");
    private static final Terms.Names MUG = new Terms.Names("Mug", "杯子");
    private static final UUID ID = new UUID(7, 7);

    private final JsonDefinitions definitions = new JsonDefinitions();

    static Stream<Benefit> benefits() {
        return Stream.of(
                new Benefit.AmountOff(500),
                new Benefit.Ladder(
                        List.of(new Benefit.Ladder.Step(10_000, 2_000), new Benefit.Ladder.Step(20_000, 5_050))),
                new Benefit.EachFull(10_000, 1_000, null),
                new Benefit.PercentOff(1_250, 5_000L),
                new Benefit.FixedPrice(990),
                new Benefit.NthItem(2, 5_000),
                new Benefit.BuyGet(2, 1, Selection.ofSkus("A", "B"), 10_000),
                new Benefit.Bundle(
                        List.of(
                                new Benefit.Bundle.Slot(Selection.ofSkus("A"), 1),
                                new Benefit.Bundle.Slot(Selection.ofCategories("Tea"), 2)),
                        5_000),
                new Benefit.GiftLadder(List.of(
                        new Benefit.GiftLadder.Step(10_000, List.of(gift("MUG"), gift("CUP"))),
                        new Benefit.GiftLadder.Step(20_000, List.of(gift("POT"))))),
                new Benefit.HappyHour(
                        List.of(new Benefit.HappyHour.Slot(LocalTime.of(14, 0), LocalTime.of(17, 30), 2_000))),
                new Benefit.TierPrice(Map.of("gold", 1_000, "silver", 500)),
                new Benefit.BirthdayTreat(3, 4, 1_000, null),
                new Benefit.WelcomePack(List.of(new Benefit.WelcomePack.Stage(ID, 2, 30, 1_000))),
                new Benefit.TenderOff(Set.of("WALLET"), 5_000, 500),
                new Benefit.RandomOff(
                        null, List.of(new Benefit.RandomOff.Chance(9, 0), new Benefit.RandomOff.Chance(1, 100))),
                new Benefit.CashBack(500, 1_000L, 14),
                new Benefit.Clearance(
                        List.of(new Benefit.Clearance.Step(1, 5_000), new Benefit.Clearance.Step(3, 2_000))),
                new Benefit.Lottery(
                        5_000,
                        3,
                        90,
                        14,
                        5,
                        1,
                        "P",
                        List.of(
                                new Prize("M", MUG, 1, 10, 900, Prize.Gives.GIFT, null, null),
                                new Prize("P", MUG, 9, 500, 100, Prize.Gives.POINTS, 50, null),
                                new Prize("V", MUG, 9, 500, 100, Prize.Gives.VOUCHER, null, ID))),
                new Benefit.FreeItems(2));
    }

    static Stream<Condition> conditions() {
        return Stream.of(
                new Condition.Stores(Set.of(ID)),
                new Condition.Tills(Set.of(ID)),
                new Condition.Channels(Set.of("till", "web")),
                new Condition.OrderKinds(Set.of("retail")),
                new Condition.Times(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(18, 30),
                        Set.of(LocalDate.of(2026, 12, 25))),
                new Condition.Members(),
                new Condition.Segments(Set.of("s-1")),
                new Condition.Tiers(Set.of("gold")),
                new Condition.FirstPurchase(),
                new Condition.Birthday(1, 2),
                new Condition.Quantity(Selection.ofCategories("Tea"), 3),
                new Condition.Amount(Selection.ALL, 10_000, Stacking.Base.INITIAL),
                new Condition.Tenders(Set.of("WALLET", "CASH")));
    }

    private static Benefit.GiftLadder.Present gift(String sku) {
        return new Benefit.GiftLadder.Present(sku, MUG, 1, 900);
    }

    @Test
    void every_kind_of_benefit_and_condition_is_tried_here() {
        assertThat(benefits().map(Object::getClass)).hasSameElementsAs(List.of(Benefit.class.getPermittedSubclasses()));
        assertThat(Stream.concat(
                        conditions().map(Object::getClass), Stream.of(Condition.All.class, Condition.Any.class)))
                .hasSameElementsAs(List.of(Condition.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("benefits")
    void a_benefit_is_shown_in_fields_and_comes_back_as_it_was(Benefit benefit) {
        CampaignForm form = form(draft(Terms.of("Autumn", "CNY", benefit)));
        assertThat(form.getBenefit().isText()).isFalse();
        assertThat(written(form)).isEqualTo(draft(Terms.of("Autumn", "CNY", benefit)));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void a_condition_is_shown_in_fields_and_comes_back_as_it_was(Condition condition) {
        Condition all = Condition.all(condition);
        CampaignDraft draft =
                draft(Terms.of("Autumn", "CNY", new Benefit.AmountOff(1)).when(all));
        CampaignForm form = form(draft);
        assertThat(form.getConditions()).noneMatch(KindForm::isText);
        assertThat(written(form)).isEqualTo(draft);
    }

    @Test
    void what_no_form_fits_is_shown_as_text_and_loses_nothing() {
        Condition nested =
                Condition.all(new Condition.Any(List.of(new Condition.Members(), new Condition.FirstPurchase())));
        Selection brand = new Selection(Set.of(), Set.of(), Set.of(), Set.of("Kite"), Set.of(), Set.of());
        CampaignDraft draft = draft(Terms.of("Autumn", "CNY", new Benefit.BuyGet(2, 1, brand, 10_000))
                .when(nested)
                .stacked(Stacking.oneOf("autumn").at(3))
                .fundedBy(new Funding(
                        List.of(new Funding.Part("merchant", 6_000), new Funding.Part("supplier:tea", 4_000)))));
        CampaignForm form = form(draft);
        assertThat(form.getBenefit().isText()).isTrue();
        assertThat(form.getConditions().get(0).isText()).isTrue();
        assertThat(written(form)).isEqualTo(draft);
    }

    @Test
    void a_name_with_a_comma_in_it_comes_back_as_one() {
        Selection goods = new Selection(
                Set.of("A,1", "TEA 50G"),
                Set.of("茶、咖啡", "Mugs"),
                Set.of("5\" pot"),
                Set.of("Kite， Ltd"),
                Set.of("B,2"),
                Set.of("Tea, Coffee", "Gifts"));
        Selection some =
                new Selection(Set.of("A,1"), Set.of("Tea, Coffee", "Mugs"), Set.of(), Set.of(), Set.of(), Set.of());
        CampaignDraft draft = draft(Terms.of("Autumn", "CNY", new Benefit.BuyGet(2, 1, some, 10_000))
                .on(goods)
                .when(Condition.all(new Condition.Quantity(some, 3))));
        CampaignForm form = form(draft);
        assertThat(form.getGoods().field("exceptCategories").getText()).isEqualTo("Gifts, \"Tea, Coffee\"");
        assertThat(form.getBenefit().isText()).isFalse();
        assertThat(form.getConditions()).noneMatch(KindForm::isText);
        assertThat(written(form)).isEqualTo(draft);
    }

    @Test
    void its_own_margin_and_its_control_group_come_back_as_they_were() {
        CampaignDraft draft = draft(Terms.of("Autumn", "CNY", new Benefit.AmountOff(500))
                .leaving(-2_000)
                .holdingOut(1_000));
        CampaignForm form = form(draft);
        assertThat(form.getGuard().field("leastMargin").getText()).isEqualTo("-20");
        assertThat(form.getGuard().field("heldOut").getText()).isEqualTo("10");
        assertThat(written(form)).isEqualTo(draft);
    }

    @Test
    void no_part_of_the_terms_is_left_out() {
        Terms full = Terms.of("Autumn", "CNY", new Benefit.AmountOff(500))
                .fundedBy(new Funding(List.of(new Funding.Part("supplier:tea", 10_000))))
                .leaving(1_000)
                .holdingOut(500);
        Set<String> written = form(draft(full))
                .write(new Written(GROUND))
                .getJsonObject("terms")
                .keySet();
        assertThat(written)
                .containsExactlyInAnyOrder(Arrays.stream(Terms.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toArray(String[]::new));
    }

    @Test
    void a_least_margin_that_nobody_could_keep_is_refused_at_its_field_in_per_cent() {
        CampaignForm form = form(draft(Terms.of("Autumn", "CNY", new Benefit.AmountOff(500))));
        form.getGuard().field("leastMargin").setText("100");
        Written written = new Written(GROUND);
        String json = form.write(written).toString();
        assertThatThrownBy(() -> definitions.read(json, CampaignDraft.class))
                .isInstanceOfSatisfying(CounterException.class, refusal -> {
                    assertThat(written.at(String.valueOf(refusal.field())))
                            .isSameAs(form.getGuard().field("leastMargin"));
                    assertThat(refusal.arguments().stream().map(FieldForm::percent))
                            .containsExactly("-1000", "99.99");
                });
    }

    @Test
    void a_refusal_finds_the_field_it_is_about() {
        CampaignForm form = form(
                draft(Terms.of("Autumn", "CNY", benefits().skip(1).findFirst().orElseThrow())));
        form.getBenefit().getRows().get(1).fields().get(1).setText("15");
        Written written = new Written(GROUND);
        String json = form.write(written).toString();
        assertThatThrownBy(() -> definitions.read(json, CampaignDraft.class))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(written.at(String.valueOf(refusal.field())))
                                .isSameAs(form.getBenefit()
                                        .getRows()
                                        .get(1)
                                        .fields()
                                        .get(1)));
    }

    @Test
    void what_cannot_be_read_or_is_missing_is_a_fault_of_its_field() {
        CampaignForm form = form(draft(Terms.of("Autumn", "CNY", new Benefit.PercentOff(1_000, null))));
        form.getBenefit().field("basisPoints").setText("a fifth");
        form.getNames().field("zh").setText(" ");
        Written written = new Written(GROUND);
        form.write(written);
        assertThat(written.faults())
                .containsOnlyKeys(
                        form.getBenefit().field("basisPoints"), form.getNames().field("zh"));
    }

    @Test
    void commas_part_thousands_and_never_decimals() {
        Written written = new Written(GROUND);
        FieldForm price = new FieldForm(Asked.must("price", Entry.MONEY));
        FieldForm share = new FieldForm(Asked.must("share", Entry.PERCENT));
        FieldForm count = new FieldForm(Asked.must("count", Entry.COUNT));
        price.setText("1,234.50");
        share.setText("12.5 ％");
        count.setText("１,０００");
        assertThat(price.read(written)).isEqualTo(123_450L);
        assertThat(share.read(written)).isEqualTo(1_250);
        assertThat(count.read(written)).isEqualTo(1_000L);
        assertThat(written.faults()).isEmpty();

        price.setText("12,50");
        share.setText("12,5 %");
        count.setText("10,00");
        assertThat(price.read(written)).isNull();
        assertThat(share.read(written)).isNull();
        assertThat(count.read(written)).isNull();
        assertThat(written.faults())
                .containsEntry(price, "promo.unreadable.money")
                .containsEntry(share, "promo.unreadable.percent")
                .containsEntry(count, "promo.unreadable.count");
    }

    @Test
    void everything_that_is_asked_has_its_texts() throws IOException {
        Properties texts = properties("texts.properties");
        Properties names = properties("names.properties");
        for (Kind kind : Stream.concat(Kinds.BENEFITS.stream(), Kinds.CONDITIONS.stream())
                .toList()) {
            String say = "say." + kind.group() + "." + kind.code();
            assertThat(texts).containsKey(say);
            assertThat(names).containsKey(kind.group() + "." + kind.code().toLowerCase(Locale.ROOT));
            if (kind.isListing()) {
                assertThat(texts).containsKey(say + ".row");
            }
            Stream.concat(kind.fields().stream(), kind.columns().stream())
                    .forEach(asked -> assertThat(names)
                            .containsKey("promo-field." + asked.label().toLowerCase(Locale.ROOT)));
        }
        for (Asked asked : Kinds.GUARD.fields()) {
            assertThat(texts).containsKey("say.part.guard." + asked.name());
            assertThat(names).containsKey("promo-field." + asked.label().toLowerCase(Locale.ROOT));
        }
        Arrays.stream(Entry.values())
                .filter(entry -> Set.of("MONEY", "PERCENT", "SHARE", "COUNT", "TIME", "MOMENT", "DATES")
                        .contains(entry.name()))
                .forEach(entry -> assertThat(texts)
                        .containsKey("promo.unreadable." + entry.name().toLowerCase(Locale.ROOT)));
    }

    private CampaignForm form(CampaignDraft draft) {
        return CampaignForm.of(Json.parse(definitions.write(draft)), GROUND);
    }

    private CampaignDraft written(CampaignForm form) {
        Written written = new Written(GROUND);
        String json = form.write(written).toString();
        assertThat(written.faults()).isEmpty();
        return definitions.read(json, CampaignDraft.class);
    }

    private static CampaignDraft draft(Terms terms) {
        return new CampaignDraft(
                terms, BEGIN, BEGIN.plusSeconds(3_600), new CampaignDraft.Limits(50_000L, null, 20L, null, 3L));
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                CampaignForm.class.getResourceAsStream("/org/walletcounter/web/console/" + name),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
