package org.walletcounter.transactions.internal.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.Gifts;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.Draws;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.Terms;
import org.walletcounter.testing.Heard;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.transactions.PrizeBack;
import org.walletcounter.transactions.PrizeBack.Becomes;
import org.walletcounter.transactions.PrizeDraw;
import org.walletcounter.vouchers.Granted;
import org.walletcounter.vouchers.Vouchers;
import org.walletcounter.vouchers.internal.TestVouchers;

/** Prizes on their way into a member's hand and back, with real vouchers, books and rows. */
class PrizesTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final TestVouchers SHOP = TestVouchers.shared();
    private static final TestPersistence PERSISTENCE =
            new TestPersistence(SHOP.books().transactions());

    private final Actor cashier = new Actor("staff:c", "Cao", "cashier", SHOP.merchant(), null);
    private final UUID member = UUID.randomUUID();
    private final UUID lottery = UUID.randomUUID();
    private final UUID payment = Ids.next(CLOCK);
    private final UUID campaign = SHOP.granting();
    private final DrawRows rows = new DrawRows();

    PrizesTest() {
        rows.entities = PERSISTENCE.current();
    }

    @Test
    void thePrizeIsTheVoucherThatWasIssuedForItThoughTheMemberComesByAYoungerOne() {
        List<UUID> issued = new ArrayList<>();
        Vouchers busy = asked(Vouchers.class, (name, arguments) -> {
            Object answer = real(name, arguments);
            if (answer instanceof Granted granted && issued.isEmpty()) {
                issued.addAll(granted.vouchers());
                real(name, arguments); // another way to the same campaign, before anybody looks
            }
            return answer;
        });
        UUID draw = draw(1, "VOUCHER", "DUE", null);

        settle(busy, draw);

        assertThat(SHOP.vouchers().of(cashier, member, false)).hasSize(2);
        assertThat(issued).hasSize(1).first().isEqualTo(column(draw, "voucher_id"));
        assertThat(column(draw, "state")).isEqualTo("GIVEN");
    }

    @Test
    void aRefundSaysOfEachPrizeWhoseTicketItTakesWhatBecomesOfIt() {
        tickets(7);
        draw(1, "GIFT", "TO_HAND_OVER", null);
        UUID waiting = draw(2, "GIFT", "TO_HAND_OVER", null);
        UUID claimed = draw(3, "GIFT", "HANDED_OVER", null);
        UUID unused = draw(4, "VOUCHER", "GIVEN", voucher());
        UUID gone = voucher();
        SHOP.vouchers().withdraw(new Actor("staff:m", "Mia", "manager", SHOP.merchant(), null), gone, "a test");
        UUID used = draw(5, "VOUCHER", "GIVEN", gone);
        UUID points = draw(6, "POINTS", "GIVEN", null);

        assertThat(takeBack(3))
                .as("the last tickets: one that was never drawn, points, and a voucher that is gone")
                .containsExactly(back("VOUCHER", Becomes.KEPT, 1), back("POINTS", Becomes.KEPT, 1));
        assertThat(takeBack(3))
                .as("the next ones, and nothing a second time")
                .containsExactly(
                        back("GIFT", Becomes.PUT_BACK, 1),
                        back("GIFT", Becomes.KEPT, 1),
                        back("VOUCHER", Becomes.WITHDRAWN, 1));

        assertThat(List.of(waiting, claimed, unused, used, points))
                .extracting(each -> column(each, "state"))
                .containsExactly("TAKEN_BACK", "HANDED_OVER", "TAKING_BACK", "GIVEN", "GIVEN");
        assertThat(SHOP.books().door().check()).isEmpty();
    }

    @Test
    void prizesThatFareAlikeAreCountedTogether() {
        tickets(3);
        draw(1, "GIFT", "TO_HAND_OVER", null);
        draw(2, "GIFT", "TO_HAND_OVER", null);
        draw(3, "GIFT", "TO_HAND_OVER", null);
        assertThat(takeBack(3)).containsExactly(back("GIFT", Becomes.PUT_BACK, 3));
    }

    @Test
    void ofTwoPromisesOfOneLotteryEachLosesItsOwnTickets() {
        tickets(1, 1);
        tickets(2, 1);
        UUID one = draw(1, 1, "GIFT", "TO_HAND_OVER", null);
        UUID other = draw(2, 1, "GIFT", "TO_HAND_OVER", null);
        assertThat(takeBack(1, 2)).containsExactly(back("GIFT", Becomes.PUT_BACK, 2));
        assertThat(List.of(one, other))
                .extracting(each -> column(each, "state"))
                .containsOnly("TAKEN_BACK");
    }

    private static PrizeBack back(String gives, Becomes becomes, int count) {
        return new PrizeBack(new Terms.Names(gives, gives), becomes, count);
    }

    private List<PrizeBack> takeBack(int tickets) {
        return takeBack(tickets, 1);
    }

    /** As a refund does it to each of so many promises: they are lowered first. */
    private List<PrizeBack> takeBack(int tickets, int promises) {
        Promise lost = new Promise(Promise.Kind.TICKETS, lottery, new Terms.Names("Draw", "抽奖"), null, tickets, 0, 0);
        List<RefundPlan.PromiseBack> all = IntStream.rangeClosed(1, promises)
                .mapToObj(line -> new RefundPlan.PromiseBack(line, lost))
                .toList();
        RefundPlan plan = new RefundPlan(0, 0, 0, 0, 0, List.of(), all, List.of());
        PrizesBack prizes =
                new PrizesBack(rows, stock(), SHOP.vouchers(), SHOP.books().door(), days(), CLOCK);
        return PERSISTENCE.inNew(() -> {
            rows.change(
                    "UPDATE transactions.promise SET taken_back = taken_back + ?1 WHERE payment_id = ?2",
                    tickets,
                    payment);
            return prizes.of(cashier, payment, plan);
        });
    }

    @Test
    void aPrizeThatIsPutOffStandsBeforeNoOtherUntilItsTimeHasCome() {
        UUID waiting = draw(1, "VOUCHER", "DUE", null);
        UUID behind = draw(2, "VOUCHER", "DUE", null);

        putOff(waiting, Duration.ofHours(1));
        assertThat(open()).contains(behind).doesNotContain(waiting);
        assertThat(column(waiting, "state")).isEqualTo("DUE");

        putOff(waiting, Duration.ZERO);
        assertThat(open()).contains(waiting);
        settle(SHOP.vouchers(), waiting);
        assertThat(column(waiting, "state")).isEqualTo("GIVEN");
    }

    @Test
    void onlyAPrizeThatIsToBeGivenFails() {
        UUID due = draw(1, "VOUCHER", "DUE", null);
        UUID goingBack = draw(2, "VOUCHER", "TAKING_BACK", voucher());
        GivingPrizes giving = giving(SHOP.vouchers());

        assertThat(PERSISTENCE.inNew(() -> giving.fail(due, "a reason"))).isTrue();
        assertThat(PERSISTENCE.inNew(() -> giving.fail(goingBack, "a reason"))).isFalse();

        assertThat(column(due, "state")).isEqualTo("FAILED");
        assertThat(column(goingBack, "state")).isEqualTo("TAKING_BACK");
        putOff(goingBack, Duration.ofHours(1));
        assertThat(open()).doesNotContain(due, goingBack);
    }

    @Test
    void aPrizeIsHandedOverInAStoreOfTheActorsAndNowhereElse() {
        UUID waiting = draw(1, "GIFT", "TO_HAND_OVER", null);
        UUID here = UUID.randomUUID();
        Actor bound = new Actor("staff:b", "Bao", "cashier", SHOP.merchant(), here);
        HandingOver handing = new HandingOver(rows, only(here), CLOCK, new Heard<>());

        assertThatExceptionOfType(CounterException.class)
                .isThrownBy(() -> PERSISTENCE.inNew(() -> handing.handOver(cashier, waiting, UUID.randomUUID())))
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(MerchantError.NOT_FOUND));
        assertThat(column(waiting, "state")).isEqualTo("TO_HAND_OVER");

        PERSISTENCE.inNew(() -> handing.handOver(bound, waiting, null));
        assertThat(column(waiting, "state")).isEqualTo("HANDED_OVER");
        assertThat(column(waiting, "done_store")).isEqualTo(here);
    }

    @Test
    void whatWaitsIsReadPageByPage() {
        List<UUID> waiting = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            waiting.add(draw(number, "GIFT", "TO_HAND_OVER", null));
        }
        draw(4, "GIFT", "HANDED_OVER", null);

        Page<PrizeDraw> first = waiting(null, 2);
        assertThat(first.items()).hasSize(2);
        assertThat(first.after()).isNotNull();
        Page<PrizeDraw> second = waiting(first.after(), 2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.after()).isNull();
        List<UUID> seen = new ArrayList<>();
        first.items().forEach(each -> seen.add(each.id()));
        second.items().forEach(each -> seen.add(each.id()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(waiting(null, 3).after())
                .as("a full page is not always followed")
                .isNull();
    }

    private Page<PrizeDraw> waiting(@Nullable String after, int limit) {
        ReadingDraws reading = new ReadingDraws(
                rows, asked(Draws.class, PrizesTest::unasked), asked(Definitions.class, PrizesTest::unasked), CLOCK);
        return PERSISTENCE.inNew(() -> reading.open(cashier, member, after, limit));
    }

    /** A directory in which there is one store. */
    private static Directory only(UUID store) {
        return asked(Directory.class, (name, arguments) -> {
            if (!store.equals(arguments[1])) {
                throw new CounterException(MerchantError.NOT_FOUND);
            }
            return new StoreView(store, SHOP.merchant(), "01", "High Street", "高街店", "1 High Street", true);
        });
    }

    private List<UUID> open() {
        GivingPrizes giving = giving(SHOP.vouchers());
        return PERSISTENCE.inNew(() -> giving.open(500));
    }

    private void putOff(UUID draw, Duration pause) {
        GivingPrizes giving = giving(SHOP.vouchers());
        PERSISTENCE.inNew(() -> {
            giving.putOff(draw, pause);
            return true;
        });
    }

    private void settle(Vouchers vouchers, UUID draw) {
        GivingPrizes giving = giving(vouchers);
        PERSISTENCE.inNew(() -> {
            giving.settle(draw);
            return true;
        });
    }

    private GivingPrizes giving(Vouchers vouchers) {
        return new GivingPrizes(
                rows,
                SHOP.books().door(),
                vouchers,
                asked(Gifts.class, PrizesTest::unasked),
                asked(Members.class, PrizesTest::unasked),
                days(),
                stock(),
                CLOCK);
    }

    private void tickets(int count) {
        tickets(1, count);
    }

    private void tickets(int line, int count) {
        PERSISTENCE.inNew(() -> rows.change(
                "INSERT INTO transactions.promise (payment_id, line, merchant_id, store_id, member_id, kind, campaign_id,"
                        + " name_en, name_zh, count, worth, currency, due_at, state, drawn) VALUES (?1, ?6, ?2, ?2, ?3,"
                        + " 'TICKETS', ?4, 'Draw', '抽奖', ?5, 0, 'GBP', now(), 'KEPT', ?5)",
                payment,
                SHOP.merchant(),
                member,
                lottery,
                count,
                line));
    }

    private UUID draw(int number, String gives, String state, @Nullable UUID voucher) {
        return draw(1, number, gives, state, voucher);
    }

    private UUID draw(int line, int number, String gives, String state, @Nullable UUID voucher) {
        UUID id = Ids.next(CLOCK);
        PERSISTENCE.inNew(() -> rows.change(
                "INSERT INTO transactions.draw (id, merchant_id, member_id, campaign_id, campaign_en, campaign_zh, version,"
                        + " serial, payment_id, line, number, drawn_at, drawn_for, hash, value, weights, prize, prize_en,"
                        + " prize_zh, gives, points, voucher_campaign, worth, currency, state, voucher_id)"
                        + " VALUES (?1, ?2, ?3, ?4, 'Draw', '抽奖', 1, ?11, ?6, ?12, ?5, now(), '', '', 0, 1, 'P', ?7, ?7, ?7, 1,"
                        + " ?8, 100, 'GBP', ?9, CAST(nullif(?10, '') AS uuid))",
                id,
                SHOP.merchant(),
                member,
                lottery,
                number,
                payment,
                gives,
                campaign,
                state,
                voucher == null ? "" : voucher.toString(),
                10 * line + number,
                line));
        return id;
    }

    private UUID voucher() {
        return SHOP.vouchers()
                .grant(Actor.system(SHOP.merchant()), campaign, List.of(member))
                .vouchers()
                .get(0);
    }

    private static Object column(UUID draw, String name) {
        DrawRows reader = new DrawRows();
        reader.entities = PERSISTENCE.current();
        return PERSISTENCE.inNew(() -> reader.rows("SELECT " + name + ", id FROM transactions.draw WHERE id = ?1", draw)
                .get(0)[0]);
    }

    /** What the promotions say of a prize's stock: one piece goes back. */
    private Draws stock() {
        AccountId out = SHOP.books().door().open(AccountTerms.free(SHOP.merchant(), "prizes", "prize", "out"));
        AccountId in = SHOP.books().door().open(AccountTerms.free(SHOP.merchant(), "prizes", "prize", "in"));
        return asked(Draws.class, (name, arguments) -> List.of(new Posting(out, -1), new Posting(in, 1)));
    }

    private static Directory days() {
        return asked(Directory.class, (name, arguments) -> LocalDate.now(CLOCK));
    }

    private static Object unasked(String name, @Nullable Object[] arguments) {
        throw new UnsupportedOperationException(name);
    }

    private static Object real(String name, @Nullable Object[] arguments) {
        for (var method : Vouchers.class.getMethods()) {
            if (method.getName().equals(name)) {
                try {
                    return method.invoke(SHOP.vouchers(), arguments);
                } catch (InvocationTargetException | IllegalAccessException failure) {
                    throw new IllegalStateException(name, failure);
                }
            }
        }
        throw new UnsupportedOperationException(name);
    }

    private interface Answering {
        Object answer(String name, @Nullable Object[] arguments);
    }

    private static <T> T asked(Class<T> door, Answering answering) {
        return door.cast(Proxy.newProxyInstance(
                door.getClassLoader(),
                new Class<?>[] {door},
                (self, method, arguments) -> answering.answer(method.getName(), arguments)));
    }
}
