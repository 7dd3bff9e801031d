package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.vouchers.Available;
import org.walletcounter.vouchers.CampaignFigures;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Event;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.CampaignSearch;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.ClearingStatement;
import org.walletcounter.vouchers.Granted;
import org.walletcounter.vouchers.Step;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.internal.book.Database;

class VoucherLifeTest {

    private final TestVouchers shop = TestVouchers.shared();
    private final UUID member = UUID.randomUUID();

    @Test
    void aVoucherTellsWhereItCameFromAndWhereItWent() {
        UUID campaign = shop.live(Forms.taken().form());
        UUID voucher = shop.take(campaign, member).id();
        UUID friend = UUID.randomUUID();
        VoucherView gift = shop.vouchers.give(shop.self(member), voucher, friend);
        shop.pay(shop.cashier(), List.of(TestVouchers.use(gift.id(), 100)), "gift");

        assertThat(shop.vouchers.story(shop.cashier(), gift.id()))
                .extracting(Step::what)
                .containsExactly("voucher-taken", "voucher-given", "voucher-given", "payment");
        assertThat(shop.vouchers.voucher(shop.self(member), voucher).state()).isEqualTo(VoucherView.State.GIVEN);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void aVoucherExpiresByItselfAndNeverAgain() {
        UUID campaign = shop.live(Forms.taken().days(1).form());
        UUID voucher = shop.take(campaign, member).id();
        shop.clock.forward(Duration.ofDays(1).plusSeconds(1));

        while (shop.expiring.vouchers() > 0) {
            // Other tests' vouchers may expire now too.
        }

        assertThat(shop.vouchers.voucher(shop.cashier(), voucher).state()).isEqualTo(VoucherView.State.EXPIRED);
        assertThatThrownBy(() -> shop.pay(shop.cashier(), List.of(TestVouchers.use(voucher, 100)), "late"))
                .hasMessageContaining("EXPIRED");
        assertThat(shop.campaigns.figures(shop.manager(), campaign).hands().expired())
                .isEqualTo(1);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void aVoucherThatStandsAtACheckoutWhenItExpiresIsStillGoodThere() {
        UUID voucher =
                shop.take(shop.live(Forms.taken().days(1).form()), member).id();
        shop.clock.forward(Duration.ofDays(1).minusMinutes(1));
        UUID hold = shop.vouchers
                .hold(shop.cashier(), List.of(TestVouchers.use(voucher, 100)), "just in time")
                .get(0)
                .hold();
        shop.clock.forward(Duration.ofMinutes(2));
        shop.expiring.vouchers();

        Outcome paid = shop.pay(shop.cashier(), List.of(new Use(voucher, Money.of(100, "GBP"), hold)), "in time");

        assertThat(paid).isInstanceOf(Outcome.Posted.class);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void aNamelessCustomersVoucherGoesBackToThePoolWhenTheCheckoutIsGivenUp() {
        UUID campaign = shop.live(Forms.way(Way.GRANT)
                .of(1L, null, null)
                .generic("SPRING-" + member.toString().substring(0, 4).toUpperCase(Locale.ROOT))
                .form());
        String code = "spring-" + member.toString().substring(0, 4);
        shop.vouchers.byCode(shop.cashier(), code, null);
        assertThatThrownBy(() -> shop.vouchers.byCode(shop.cashier(), code, null))
                .hasMessageContaining("GONE");

        shop.clock.forward(Duration.ofMinutes(16));
        while (shop.expiring.vouchers() > 0) {
            // Other tests' vouchers may expire now too.
        }

        assertThat(shop.campaigns.figures(shop.manager(), campaign).left()).isEqualTo(1);
        assertThat(shop.vouchers.byCode(shop.cashier(), code, null).state()).isEqualTo(VoucherView.State.IN_HAND);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void aGrantGivesEachOneAndNamesWhoGetsNoneAndWhy() {
        UUID campaign = shop.live(Forms.way(Way.GRANT).of(3L, null, 1).form());
        UUID had = UUID.randomUUID();
        shop.vouchers.grant(shop.manager(), campaign, List.of(had));

        UUID late = UUID.randomUUID();
        Granted granted = shop.vouchers.grant(
                shop.manager(),
                campaign,
                List.of(had, TestVouchers.STRANGER, UUID.randomUUID(), UUID.randomUUID(), late));

        assertThat(granted.granted()).isEqualTo(2);
        assertThat(granted.vouchers())
                .hasSize(2)
                .extracting(each -> shop.vouchers.voucher(shop.manager(), each))
                .allMatch(each -> each.came() == VoucherView.Came.GRANTED)
                .extracting(VoucherView::memberId)
                .doesNotContain(had, late)
                .doesNotHaveDuplicates();
        assertThat(granted.refused())
                .containsExactlyInAnyOrder(
                        new Granted.Refused(had, VoucherError.ENOUGH_FOR_ONE),
                        new Granted.Refused(TestVouchers.STRANGER, VoucherError.NO_SUCH_MEMBER),
                        new Granted.Refused(late, VoucherError.GONE));
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void anEventBringsItsVoucherOnce() {
        CampaignForm form = Forms.way(Way.EVENT).form();
        CampaignForm.Giving giving = form.giving();
        shop.live(Forms.way(Way.EVENT)
                .giving(new CampaignForm.Giving(
                        Way.EVENT, Event.PURCHASE, null, Money.of(5000, "GBP"), giving.from(), giving.until(), null))
                .form());

        assertThat(bought("small", 4999)).isZero();
        assertThat(bought("big", 5000)).isEqualTo(1);
        assertThat(bought("big", 5000)).isZero();
        assertThat(shop.vouchers.of(shop.self(member), member, false))
                .extracting(VoucherView::came)
                .containsExactly(VoucherView.Came.EVENT);
    }

    @Test
    void whoBuysAgainWithinTheHourIsNotNotedAgainAndAnHourLaterIs() {
        bought("first", 100);
        Instant first = noted();
        shop.clock.forward(Duration.ofMinutes(59));
        bought("second", 100);
        assertThat(noted()).isEqualTo(first);
        shop.clock.forward(Duration.ofMinutes(2));
        bought("third", 100);
        assertThat(noted()).isAfterOrEqualTo(first.plus(Duration.ofMinutes(61)));
    }

    private Instant noted() {
        return shop.in(() -> shop.database
                .first(
                        "SELECT at FROM vouchers.last_purchase WHERE member_id = ?",
                        row -> Database.requiredMoment(row, "at"),
                        member)
                .orElseThrow());
    }

    /** The year is the teller's: told twice, or again on the next day, it is the same birthday; the next year is another. */
    @Test
    void aBirthdayBringsItsVoucherOnceAYearAlsoWhereEachPersonMayHaveOne() {
        CampaignForm.Giving giving = Forms.way(Way.EVENT).form().giving();
        UUID campaign = shop.live(Forms.way(Way.EVENT)
                .giving(new CampaignForm.Giving(
                        Way.EVENT,
                        Event.BIRTHDAY,
                        null,
                        null,
                        giving.from(),
                        giving.until().plus(Duration.ofDays(800)),
                        null))
                .of(null, null, 1)
                .form());

        birthday(2027);
        birthday(2027);
        shop.clock.forward(Duration.ofDays(1));
        birthday(2027);
        assertThat(shop.vouchers.of(shop.self(member), member, false)).hasSize(1);

        birthday(2028);
        birthday(2028);
        assertThat(shop.vouchers.of(shop.self(member), member, true)).hasSize(2);
        assertThat(shop.findings()).isEmpty();
        assertThat(shop.vouchers
                        .grant(shop.manager(), campaign, List.of(member))
                        .refused())
                .as("by hand the limit counts all that one has had")
                .extracting(Granted.Refused::why)
                .containsExactly(VoucherError.ENOUGH_FOR_ONE);
    }

    private void birthday(int year) {
        String told = "{\"merchantId\":\"%s\",\"memberId\":\"%s\",\"year\":%d}".formatted(shop.merchant, member, year);
        BirthdayConsumer consumer = new BirthdayConsumer(shop.bringing, shop.clock);
        shop.in(() -> {
            consumer.accept(member, told);
            return year;
        });
    }

    private int bought(String occasion, long amount) {
        return shop.in(() -> shop.bringing.bring(new BringingVouchers.Happening(
                shop.merchant, member, Event.PURCHASE, occasion, amount, shop.clock.instant())));
    }

    @Test
    void aHolderIsRemindedOnceOfAVoucherThatExpiresSoon() {
        UUID voucher =
                shop.take(shop.live(Forms.taken().days(2).form()), member).id();

        while (shop.in(shop.reminding::remind) > 0) {
            // Other tests' vouchers may expire soon too.
        }

        assertThat(reminded(voucher)).isEqualTo(1);
    }

    @Test
    void aCampaignThatWouldRemindBeforeAllTimeKeepsNobodyFromBeingReminded() {
        UUID campaign = shop.live(Forms.taken().form());
        shop.take(campaign, UUID.randomUUID());
        shop.in(() ->
                shop.database.change("UPDATE vouchers.campaign SET remind_days = 200000000 WHERE id = ?", campaign));
        UUID voucher =
                shop.take(shop.live(Forms.taken().days(2).form()), member).id();

        while (shop.in(shop.reminding::remind) > 0) {
            // Other tests' vouchers may expire soon too.
        }

        assertThat(reminded(voucher)).isEqualTo(1);
    }

    private long reminded(UUID voucher) {
        return shop.in(() -> shop.database.number(
                "SELECT count(*) FROM kernel.outbox WHERE topic = 'voucher.expiring' AND payload LIKE ?",
                "%" + voucher + "%"));
    }

    @Test
    void aVoucherSaysWhetherItsCampaignIsPaused() {
        UUID campaign = shop.live(Forms.taken().form());
        shop.take(campaign, member);
        assertThat(shop.vouchers.of(shop.self(member), member, false))
                .singleElement()
                .matches(each -> !each.paused());

        shop.campaigns.move(shop.manager(), campaign, CampaignView.State.PAUSED);
        assertThat(shop.vouchers.of(shop.self(member), member, false))
                .singleElement()
                .matches(VoucherView::paused);

        shop.campaigns.move(shop.manager(), campaign, CampaignView.State.LIVE);
        assertThat(shop.vouchers.of(shop.self(member), member, false))
                .singleElement()
                .matches(each -> !each.paused());
    }

    @Test
    void allThatCanBeTakenIsOfferedAndAskedForAtOnce() {
        Instant now = shop.clock.instant();
        UUID taken = shop.live(Forms.taken().of(3L, null, 2).form());
        shop.take(taken, member);
        for (int i = 0; i < 119; i++) {
            shop.live(Forms.taken().of(3L, null, 2).form());
        }
        for (int i = 0; i < 2; i++) {
            shop.live(Forms.taken()
                    .opening(now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)))
                    .form());
        }
        long before = shop.books().transactions().statements();

        List<Available> available = shop.vouchers.available(shop.self(member), member);

        assertThat(shop.books().transactions().statements() - before).isLessThan(10);
        assertThat(available)
                .hasSize(120)
                .allMatch(Available::open)
                .allMatch(each -> each.mine() == (each.campaign().id().equals(taken) ? 1 : 0))
                .allMatch(each -> Objects.equals(each.left(), 3L - each.mine()));
        assertThat(shop.vouchers.coming(shop.self(member), member)).hasSize(2);
    }

    @Test
    void nothingIsGivenAwayOutOfAFrozenWallet() {
        UUID voucher = shop.take(shop.live(Forms.taken().form()), member).id();
        UUID friend = UUID.randomUUID();
        shop.frozen.add(member);

        assertThatThrownBy(() -> shop.vouchers.give(shop.self(member), voucher, friend))
                .hasMessageContaining("MEMBER_FROZEN");
        assertThatThrownBy(() -> shop.vouchers.give(shop.manager(), voucher, friend))
                .hasMessageContaining("MEMBER_FROZEN");

        shop.frozen.remove(member);
        assertThat(shop.vouchers.give(shop.self(member), voucher, friend).memberId())
                .isEqualTo(friend);
    }

    @Test
    void aCodeThatIsShownAgainIsTheSameVoucherUntilItIsUsed() {
        String code = shop.codes(withCodes(), 1).get(0);
        UUID voucher = shop.vouchers.byCode(shop.cashier(), code, null).id();
        assertThat(shop.vouchers.byCode(shop.cashier(), code, null).id()).isEqualTo(voucher);

        shop.pay(shop.cashier(), List.of(TestVouchers.use(voucher, 100)), "once");

        assertThatThrownBy(() -> shop.vouchers.byCode(shop.cashier(), code, null))
                .hasMessageContaining("ALREADY_USED");
        assertThatThrownBy(() -> shop.vouchers.byCode(shop.self(member), code, member))
                .hasMessageContaining("ALREADY_USED");
    }

    @Test
    void aCodeThatIsOverIsRefusedAlsoBeforeItIsLetExpire() {
        Instant now = shop.clock.instant();
        UUID campaign = shop.live(Forms.way(Way.CODE)
                .of(10L, null, null)
                .valid(new CampaignForm.Validity(now.minusSeconds(50), now.plus(Duration.ofMinutes(10)), null, null))
                .form());
        String code = shop.codes(campaign, 1).get(0);
        shop.vouchers.byCode(shop.cashier(), code, null);

        shop.clock.forward(Duration.ofMinutes(11));

        assertThatThrownBy(() -> shop.vouchers.byCode(shop.cashier(), code, null))
                .hasMessageContaining("EXPIRED");
    }

    @Test
    void aCodeBelongsToTheMemberWhoShowsItFirst() {
        String code = shop.codes(withCodes(), 1).get(0);
        UUID voucher = shop.vouchers.byCode(shop.cashier(), code, null).id();
        assertThatThrownBy(() -> shop.vouchers.byCode(shop.cashier(), code, TestVouchers.STRANGER))
                .hasMessageContaining("NO_SUCH_MEMBER");

        assertThat(shop.vouchers.byCode(shop.self(member), code, member).memberId())
                .isEqualTo(member);

        assertThat(shop.vouchers.of(shop.self(member), member, false))
                .extracting(VoucherView::id)
                .containsExactly(voucher);
        UUID other = UUID.randomUUID();
        assertThatThrownBy(() -> shop.vouchers.byCode(shop.self(other), code, other))
                .hasMessageContaining("NOT_THE_HOLDERS");
        assertThat(shop.vouchers.byCode(shop.cashier(), code, null).id())
                .as("on paper, at the till")
                .isEqualTo(voucher);
        assertThat(shop.findings()).isEmpty();
    }

    private UUID withCodes() {
        return shop.live(Forms.way(Way.CODE).of(10L, null, null).form());
    }

    @Test
    void aCodeForEverybodyReachesOnlyWhereItsCampaignIsHonoured() {
        Actor there = shop.partner();
        UUID joint = shop.joint(there, Forms.way(Way.CODE).of(10L, null, null).generic("TOGETHER"));
        shop.live(Forms.taken().generic("HOME-ONLY").form());

        assertThat(shop.vouchers.byCode(there, "together", null).campaign().id())
                .isEqualTo(joint);
        assertThatThrownBy(() -> shop.vouchers.byCode(there, "home-only", null)).hasMessageContaining("CODE_UNKNOWN");
    }

    @Test
    void ofTwoHousesWithTheSameWordEachGivesItsOwnWhileThatIsLive() {
        Actor there = shop.partner();
        UUID joint = shop.joint(there, Forms.way(Way.CODE).of(10L, null, null).generic("SUMMER"));
        UUID theirs = shop.campaigns
                .draft(there, Forms.taken().generic("SUMMER").form())
                .id();
        assertThat(givenBy(there)).as("their own is a draft").isEqualTo(joint);

        shop.campaigns.move(there, theirs, CampaignView.State.LIVE);

        assertThat(givenBy(there)).isEqualTo(theirs);
        assertThat(givenBy(shop.cashier())).isEqualTo(joint);
    }

    private UUID givenBy(Actor actor) {
        return shop.vouchers.byCode(actor, "summer", null).campaign().id();
    }

    @Test
    void codesCanBeWrittenOutAgainButNotReadFromTheDatabase() {
        UUID campaign = shop.live(Forms.way(Way.CODE).of(100L, null, null).form());
        List<String> codes = shop.codes(campaign, 50);
        UUID batch = shop.campaigns.batches(shop.manager(), campaign).get(0).id();
        List<String> again = new ArrayList<>();
        shop.campaigns.codes(shop.manager(), batch, again::add);

        assertThat(again).isEqualTo(codes).doesNotHaveDuplicates();
        assertThat(shop.in(() -> shop.database.number("SELECT count(*) FROM vouchers.code WHERE batch_id = ?", batch)))
                .isEqualTo(50);
        VoucherView voucher = shop.vouchers.byCode(shop.self(member), codes.get(7), member);
        assertThat(voucher.memberId()).isEqualTo(member);
        assertThat(shop.vouchers.byCode(shop.self(member), codes.get(7), member).id())
                .isEqualTo(voucher.id());
        CampaignFigures figures = shop.campaigns.figures(shop.manager(), campaign);
        assertThat(figures.left()).isEqualTo(50);
        assertThat(figures.unclaimedCodes()).isEqualTo(49);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whatAPartnersMemberBringsInIsInTheirWalletAndUsedThere() {
        Actor there = shop.partner();
        Actor customer = TestVouchers.self(member, there.merchantId());
        UUID campaign = shop.joint(there, Forms.way(Way.CODE).of(10L, null, null));
        String code = shop.codes(campaign, 1).get(0);

        UUID voucher = shop.vouchers.byCode(customer, code, member).id();

        assertThat(shop.vouchers.of(customer, member, false)).singleElement().satisfies(mine -> {
            assertThat(mine.id()).isEqualTo(voucher);
            assertThat(mine.campaign().givable())
                    .as("only where its campaign is run")
                    .isFalse();
        });
        assertThatThrownBy(() -> shop.vouchers.give(customer, voucher, UUID.randomUUID()))
                .hasMessageContaining("NO_SUCH_VOUCHER");
        for (List<UUID> shown : List.of(List.<UUID>of(), List.of(voucher))) {
            assertThat(shop.vouchers.offers(there, member, shown))
                    .extracting(VoucherOffer::holdingId)
                    .containsExactly(voucher);
        }
        assertThat(shop.pay(there, List.of(TestVouchers.use(voucher, 100)), "at the partner's"))
                .isInstanceOf(Outcome.Posted.class);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whatSeveralMerchantsHonourIsClearedBetweenThemToTheLastPenny() {
        UUID partner = UUID.randomUUID();
        MerchantView cinema = new MerchantView(partner, "C" + partner, "Cinema", "影院", "GBP", ZoneId.of("UTC"));
        shop.merchants.put(partner, cinema);
        Actor there = new Actor("staff:p", "Pat", "manager", partner, null);
        CampaignView draft = shop.campaigns.draft(
                shop.manager(),
                Forms.way(Way.CODE)
                        .of(10L, null, null)
                        .parties(
                                new CampaignForm.Party("M" + shop.merchant, true, 6667),
                                new CampaignForm.Party("C" + partner, true, 3333))
                        .form());
        UUID campaign = draft.id();
        assertThatThrownBy(() -> shop.campaigns.move(shop.manager(), campaign, CampaignView.State.LIVE))
                .hasMessageContaining("PARTNER_NOT_AGREED");
        shop.campaigns.agree(there, campaign, draft.version());
        shop.campaigns.move(shop.manager(), campaign, CampaignView.State.LIVE);
        List<String> codes = shop.codes(campaign, 2);

        UUID usedThere = shop.vouchers.byCode(there, codes.get(0), null).id();
        assertThat(shop.pay(there, List.of(TestVouchers.use(usedThere, 101)), "there"))
                .isInstanceOf(Outcome.Posted.class);
        UUID usedHere = shop.vouchers.byCode(shop.cashier(), codes.get(1), null).id();
        shop.pay(shop.cashier(), List.of(TestVouchers.use(usedHere, 50)), "here");

        LocalDate today = LocalDate.ofInstant(shop.clock.instant(), ZoneOffset.UTC);
        ClearingStatement ours = shop.campaigns.clearing(shop.manager(), today, today);
        ClearingStatement theirs = shop.campaigns.clearing(there, today, today);
        assertThat(ours.lines().get(0).owedByUs()).isEqualTo(Money.of(67, "GBP"));
        assertThat(ours.lines().get(0).owedToUs()).isEqualTo(Money.of(17, "GBP"));
        assertThat(ours.nets().get(0).amount()).isEqualTo(Money.of(-50, "GBP"));
        assertThat(theirs.nets().get(0).amount()).isEqualTo(Money.of(50, "GBP"));
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whatIsLeftInAnEndedCampaignIsTakenOutAndWhatIsInHandStaysGood() {
        UUID campaign = shop.live(Forms.taken().of(10L, null, null).form());
        UUID voucher = shop.take(campaign, member).id();
        shop.campaigns.restock(shop.manager(), campaign, 5);
        shop.campaigns.restock(shop.manager(), campaign, -4);
        assertThatThrownBy(() -> shop.campaigns.restock(shop.manager(), campaign, -11))
                .hasMessageContaining("TOO_FEW_LEFT");

        shop.campaigns.move(shop.manager(), campaign, CampaignView.State.ENDED);

        assertThat(shop.campaigns.figures(shop.manager(), campaign).left()).isZero();
        assertThat(shop.pay(shop.cashier(), List.of(TestVouchers.use(voucher, 100)), "after the end"))
                .isInstanceOf(Outcome.Posted.class);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void campaignsAreFoundByAPartOfTheCodeOrOfEitherNameAndByState() {
        UUID draft = shop.campaigns.draft(shop.manager(), Forms.taken().form()).id();
        UUID live = shop.live(Forms.taken().form());
        String code = shop.campaigns.campaign(shop.manager(), live).form().code();

        assertThat(found(code.toLowerCase(Locale.ROOT).substring(1), null)).containsExactly(live);
        assertThat(found("减一", null)).contains(live, draft);
        assertThat(found("POUND OFF", CampaignView.State.DRAFT)).contains(draft).doesNotContain(live);
        assertThat(found(code + "%", null)).isEmpty();
    }

    private List<UUID> found(String text, CampaignView.@Nullable State state) {
        return shop.campaigns.campaigns(shop.manager(), new CampaignSearch(text, state), null, 200).items().stream()
                .map(CampaignView::id)
                .toList();
    }
}
