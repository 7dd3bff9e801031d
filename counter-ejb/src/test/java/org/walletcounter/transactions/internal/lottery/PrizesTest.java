package org.walletcounter.transactions.internal.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.Gifts;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.promotions.Draws;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.Terms;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.transactions.PrizeBack;
import org.walletcounter.transactions.PrizeBack.Becomes;
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

    private static PrizeBack back(String gives, Becomes becomes, int count) {
        return new PrizeBack(new Terms.Names(gives, gives), becomes, count);
    }

    /** As a refund does it: the promise is lowered first. */
    private List<PrizeBack> takeBack(int tickets) {
        Promise lost = new Promise(Promise.Kind.TICKETS, lottery, new Terms.Names("Draw", "抽奖"), null, tickets, 0, 0);
        RefundPlan plan = new RefundPlan(0, 0, 0, 0, 0, List.of(), List.of(lost), List.of());
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
        PERSISTENCE.inNew(() -> rows.change(
                "INSERT INTO transactions.promise (payment_id, line, merchant_id, store_id, member_id, kind, campaign_id,"
                        + " name_en, name_zh, count, worth, currency, due_at, state, drawn) VALUES (?1, 1, ?2, ?2, ?3,"
                        + " 'TICKETS', ?4, 'Draw', '抽奖', ?5, 0, 'GBP', now(), 'KEPT', ?5)",
                payment,
                SHOP.merchant(),
                member,
                lottery,
                count));
    }

    private UUID draw(int number, String gives, String state, @Nullable UUID voucher) {
        UUID id = Ids.next(CLOCK);
        PERSISTENCE.inNew(() -> rows.change(
                "INSERT INTO transactions.draw (id, merchant_id, member_id, campaign_id, campaign_en, campaign_zh, version,"
                        + " serial, payment_id, line, number, drawn_at, drawn_for, hash, value, weights, prize, prize_en,"
                        + " prize_zh, gives, points, voucher_campaign, worth, currency, state, voucher_id)"
                        + " VALUES (?1, ?2, ?3, ?4, 'Draw', '抽奖', 1, ?5, ?6, 1, ?5, now(), '', '', 0, 1, 'P', ?7, ?7, ?7, 1,"
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
                voucher == null ? "" : voucher.toString()));
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
