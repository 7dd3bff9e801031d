package org.walletcounter.web.console.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.PlainTerms;

class ReadingVoucherFormTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ReadingVoucherForm.House HOUSE =
            new ReadingVoucherForm.House("OR", "GBP", sku -> sku.equals("TEA") ? new Terms.Names("Tea", "茶") : null);

    private final VoucherEntries entries = new FillingVoucherForm("GBP", LONDON).fresh(LocalDate.of(2026, 7, 1));
    private final Typed typed = new Typed(entries, "GBP", LONDON);

    ReadingVoucherFormTest() {
        entries.put("code", " spring-5 ");
        entries.put("nameEn", "Five off");
        entries.put("nameZh", "减五镑");
        entries.put("off", "1,005.50");
    }

    @Test
    void amountsAreMajorUnitsAndTimesAreTheHousesOwn() {
        entries.put("from", "30");
        CampaignForm form = read();

        assertThat(typed.wrong()).isEmpty();
        assertThat(form.code()).isEqualTo("SPRING-5");
        assertThat(PlainTerms.of(form.terms()).worth().off()).isEqualTo(100_550);
        assertThat(PlainTerms.of(form.terms()).from()).isEqualTo(3000);
        assertThat(form.giving().from()).isEqualTo(Instant.parse("2026-06-30T23:00:00Z"));
    }

    @Test
    void everythingThatCannotBeReadIsSaidAtOnceEachAtItsField() {
        entries.put("nameZh", " ");
        entries.put("off", "lots");
        entries.put("perDay", "ten");
        entries.put("opens", "9");
        entries.put("validDays", "");
        read();

        assertThat(typed.wrong())
                .containsEntry("nameZh", "form.missing")
                .containsEntry("off", "money.unreadable")
                .containsEntry("perDay", "vouchers.form.number")
                .containsEntry("opens", "vouchers.form.time")
                .containsEntry("validDays", "form.missing")
                .hasSize(5);
    }

    @Test
    void aMomentThatNoTableCouldHoldIsSaidAtItsField() {
        entries.put("openFrom", "+300000-01-01T00:00");
        read();

        assertThat(typed.wrong()).containsOnlyKeys("openFrom").containsEntry("openFrom", "vouchers.form.moment");
    }

    @Test
    void decimalsAfterACommaAreNotTakenForThousands() {
        entries.put("off", "12,50");
        entries.put("from", "30,5");
        entries.put("total", "10,0");
        read();

        assertThat(typed.wrong())
                .containsEntry("off", "money.unreadable")
                .containsEntry("from", "money.unreadable")
                .containsEntry("total", "vouchers.form.number")
                .hasSize(3);
    }

    @Test
    void aPercentageHasUpToTwoDecimals() {
        entries.setKind(CampaignForm.Kind.PERCENT);
        entries.put("percent", "12.5%");
        assertThat(PlainTerms.of(read().terms()).worth().basisPoints()).isEqualTo(1250);
        for (String bad : List.of("12.345", "0", "100.01", "half", "-3")) {
            Typed again = new Typed(entries, "GBP", LONDON);
            entries.put("percent", bad);
            new ReadingVoucherForm(entries, again, HOUSE).form();
            assertThat(again.wrong()).as(bad).containsOnlyKeys("percent");
        }
    }

    @Test
    void aGiftIsAProductOnSale() {
        entries.setKind(CampaignForm.Kind.GIFT);
        entries.put("sku", "NONE");
        read();

        assertThat(typed.wrong()).containsOnlyKeys("sku");
    }

    @Test
    void theHouseBearsWhatItsPartnersDoNot() {
        entries.getPartners().get(0).setMerchant("TEA-HOUSE");
        entries.getPartners().get(0).setShare("33.33");

        assertThat(read().parties())
                .containsExactly(
                        new CampaignForm.Party("OR", true, 6667), new CampaignForm.Party("TEA-HOUSE", true, 3333));
        entries.getPartners().get(1).setMerchant("OTHER");
        entries.getPartners().get(1).setShare("70");
        read();
        assertThat(typed.wrong()).containsOnlyKeys("parties");
    }

    @Test
    void blanksPartNoProductsAndNeitherDoCommasInQuotes() {
        entries.put("skus", "TEA 50G");
        assertThat(PlainTerms.of(read().terms()).limits().skus()).isEqualTo(Set.of("TEA 50G"));
        entries.put("skus", "TEA 50G，\"A,1\", B2");
        assertThat(PlainTerms.of(read().terms()).limits().skus()).isEqualTo(Set.of("TEA 50G", "A,1", "B2"));
    }

    @Test
    void whatTheFormCannotSayIsNotTakenIntoIt() {
        UUID own = UUID.randomUUID();
        CampaignForm form = read();
        Stacking alone = Stacking.oneOf("spring");
        VoucherTerms stacked = new VoucherTerms(form.terms().terms().stacked(alone), 1);

        assertThat(canHold("GBP", view(own, form, party(own, true)))).isTrue();
        assertThat(canHold("GBP", view(own, form, party(own, true), other(), other(), other())))
                .isTrue();
        assertThat(canHold("GBP", view(own, form, party(own, true), other(), other(), other(), other())))
                .isFalse();
        assertThat(canHold("GBP", view(own, form, party(own, false), other()))).isFalse();
        assertThat(canHold("JPY", view(own, form, party(own, true)))).isFalse();
        assertThat(canHold("GBP", view(own, form.promising(stacked), party(own, true))))
                .isFalse();
    }

    @Test
    void whatIsFilledInFromACampaignIsReadBackAsTheSame() {
        entries.put("from", "30");
        entries.put("total", "1000");
        entries.put("perDay", "100");
        entries.put("budget", "500.00");
        entries.put("skus", "A1, B2, \"C,3\"");
        entries.put("opens", "09:00");
        entries.put("closes", "11:30");
        entries.setDays(new String[] {"MONDAY"});
        entries.setWay(CampaignForm.Way.EVENT);
        entries.setEvent(CampaignForm.Event.PURCHASE);
        entries.put("eventAmount", "20");
        CampaignForm form = read();
        VoucherEntries again = new FillingVoucherForm("GBP", LONDON).of(view(UUID.randomUUID(), form));

        assertThat(new ReadingVoucherForm(again, new Typed(again, "GBP", LONDON), HOUSE).form())
                .isEqualTo(form);
    }

    private CampaignForm read() {
        return new ReadingVoucherForm(entries, typed, HOUSE).form();
    }

    private static boolean canHold(String currency, CampaignView campaign) {
        return new FillingVoucherForm(currency, LONDON).canHold(campaign);
    }

    private static CampaignView.Party other() {
        return party(UUID.randomUUID(), true);
    }

    private static CampaignView.Party party(UUID merchant, boolean honours) {
        return new CampaignView.Party(merchant, "M-" + merchant, honours, 0, Instant.EPOCH);
    }

    private static CampaignView view(UUID own, CampaignForm form, CampaignView.Party... parties) {
        return new CampaignView(
                UUID.randomUUID(),
                own,
                1,
                CampaignView.State.DRAFT,
                form,
                1000L,
                null,
                List.of(parties),
                "staff:1",
                Instant.EPOCH);
    }
}
