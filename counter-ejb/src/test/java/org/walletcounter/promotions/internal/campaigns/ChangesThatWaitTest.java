package org.walletcounter.promotions.internal.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignDraft.Limits;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.CampaignView.Act;
import org.walletcounter.promotions.CampaignView.State;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.GoodsForSale;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.draws.SeedSeal;
import org.walletcounter.testing.TestDatabase;

/** A new version that waits beside the one that runs: what becomes of it, and how the campaign is found meanwhile. */
class ChangesThatWaitTest {

    private static final Instant TODAY = Instant.parse("2026-11-20T04:00:00Z");
    private static final GoodsForSale NO_GOODS = (merchantId, currency, after, limit) -> List.of();
    private static final Supplier<SeedSeal> SEAL = () -> new SeedSeal(1, Map.of(1, new byte[32]));

    private final TestDatabase database = TestDatabase.shared();
    private final UUID merchant = database.newMerchant();
    private final Actor writer = new Actor("staff:1", "Wen", "manager", merchant, null);
    private final Actor reviewer = new Actor("staff:2", "Rui", "manager", merchant, null);
    private final List<PrivilegedAct> acts = new ArrayList<>();
    private final Clock clock = Clock.fixed(TODAY, ZoneOffset.UTC);
    private final TestLedger books = TestLedger.on(database, clock);
    private final CampaignGround ground =
            new CampaignGround(database.app(), books.door(), new Days(), NO_GOODS, clock, acts::add, SEAL);
    private final Campaigns campaigns = ground.campaigns();

    @AfterEach
    void close() {
        books.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"DRAFT", "REVIEW"})
    void whoDropsAChangeIsLeftWithTheVersionThatRuns(State pending) {
        CampaignView running = approved(named("Ten", 10_000L));
        CampaignView change = changed(running, pending);
        acts.clear();
        CampaignView goesOn = act(writer, change, Act.END);
        assertThat(goesOn.version()).isEqualTo(1);
        assertThat(goesOn.state()).isEqualTo(State.LIVE);
        assertThat(campaigns.campaign(writer, running.id())).isEqualTo(goesOn);
        assertThat(found("", State.LIVE)).extracting(CampaignView::version).containsExactly(1);
        assertThat(found("", State.ENDED)).isEmpty();
        assertThat(campaigns.changes(writer)).isEmpty();
        assertThat(acts)
                .extracting(PrivilegedAct::act, PrivilegedAct::subject, PrivilegedAct::detail)
                .containsExactly(tuple("promotion.drop", "promotion:" + running.id(), "version 2"));
    }

    @Test
    void aCampaignOfWhichAChangeWasDroppedIsPausedAndEndedAsBefore() {
        CampaignView running = approved(named("Ten", null));
        act(writer, running, Act.PAUSE);
        assertThat(act(writer, changed(running, State.DRAFT), Act.END).state()).isEqualTo(State.PAUSED);
        assertThat(act(writer, running, Act.END).state()).isEqualTo(State.ENDED);
        assertThat(campaigns.campaign(writer, running.id()).version()).isEqualTo(1);
        assertThat(found("", State.ENDED)).extracting(CampaignView::version).containsExactly(1);
    }

    /** Else who has read the dropped one would agree to another under its number. */
    @Test
    void theNumberOfADroppedChangeIsNotGivenAgain() {
        CampaignView running = approved(named("Ten", null));
        CampaignView dropped = changed(running, State.REVIEW);
        act(writer, dropped, Act.END);
        CampaignView next = changed(running, State.REVIEW);
        assertThat(next.version()).isEqualTo(3);
        assertThatThrownBy(() -> act(reviewer, dropped, Act.APPROVE)).hasMessageContaining("NOT_IN_THAT_STATE [ENDED]");
        assertThat(act(reviewer, next, Act.APPROVE).state()).isEqualTo(State.LIVE);
    }

    @Test
    void whatNeverRanEndsWhenItIsDropped() {
        CampaignView draft = campaigns.draft(writer, named("Ten", null));
        assertThat(act(writer, draft, Act.END).state()).isEqualTo(State.ENDED);
        assertThat(campaigns.campaign(writer, draft.id()).state()).isEqualTo(State.ENDED);
        assertThat(acts).extracting(PrivilegedAct::act).containsExactly("promotion.end");
    }

    @Test
    void aCampaignThatRunsIsListedAsItRunsAndAsItIsToBe() {
        CampaignView running = approved(named("Ten", 10_000L));
        changed(running, State.REVIEW);
        CampaignView draft = campaigns.draft(writer, named("Another", null));
        assertThat(found("", null))
                .extracting(CampaignView::id, CampaignView::state, CampaignView::budgetLeft)
                .containsExactlyInAnyOrder(
                        tuple(running.id(), State.LIVE, 10_000L), tuple(draft.id(), State.DRAFT, null));
        assertThat(found("", State.LIVE)).extracting(CampaignView::version).containsExactly(1);
        assertThat(found("", State.REVIEW)).extracting(CampaignView::version).containsExactly(2);
        assertThat(campaigns.changes(writer)).containsExactly(Map.entry(running.id(), State.REVIEW));
        assertThat(found("twenty", null)).as("by its new name").hasSize(1);
        assertThat(found("ten", null)).as("by the name that it still has").hasSize(1);
    }

    private CampaignView changed(CampaignView running, State pending) {
        CampaignView draft = campaigns.change(writer, running.id(), 1, named("Twenty", 20_000L));
        return pending == State.REVIEW ? act(writer, draft, Act.SUBMIT) : draft;
    }

    private CampaignView approved(CampaignDraft content) {
        CampaignView draft = campaigns.draft(writer, content);
        act(writer, draft, Act.SUBMIT);
        return act(reviewer, draft, Act.APPROVE);
    }

    private CampaignView act(Actor actor, CampaignView campaign, Act act) {
        return campaigns.act(actor, campaign.id(), campaign.version(), act);
    }

    private List<CampaignView> found(String text, @Nullable State state) {
        return campaigns
                .find(writer, new Campaigns.Search(text, state, null, 10))
                .items();
    }

    private static CampaignDraft named(String name, @Nullable Long budget) {
        Terms terms = Terms.of(name, "CNY", new Benefit.AmountOff(1_000));
        return new CampaignDraft(terms, TODAY.minusSeconds(60), null, new Limits(budget, null, null, null, null));
    }

    private static final class Days implements House {

        @Override
        public LocalDate today(UUID merchantId) {
            return LocalDate.ofInstant(TODAY, ZoneOffset.UTC);
        }

        @Override
        public ZoneId zone(UUID merchantId) {
            return ZoneOffset.UTC;
        }
    }
}
