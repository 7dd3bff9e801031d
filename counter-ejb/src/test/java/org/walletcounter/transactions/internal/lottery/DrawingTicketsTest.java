package org.walletcounter.transactions.internal.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.Directory;
import org.walletcounter.promotions.Benefit.Lottery;
import org.walletcounter.promotions.Draws;
import org.walletcounter.promotions.Draws.Drawn;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.Terms;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.transactions.PrizeDraw;
import org.walletcounter.transactions.internal.checkout.TestCheckout;
import org.walletcounter.vouchers.internal.TestVouchers;

/** Tickets of several versions of a lottery, with real rows; whoever draws one draws a blank. */
class DrawingTicketsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final TestVouchers SHOP = TestVouchers.shared();
    private static final TestPersistence PERSISTENCE =
            new TestPersistence(SHOP.books().transactions());

    private final UUID member = UUID.randomUUID();
    private final UUID campaign = UUID.randomUUID();
    private final Actor self = new Actor("member:" + member, "L***", "member", SHOP.merchant(), null);
    private final Map<Integer, Lottery> editions = new HashMap<>();
    private final Map<UUID, Integer> versions = new HashMap<>();
    private final DrawRows rows = new DrawRows();
    private int drawn;

    DrawingTicketsTest() {
        rows.entities = PERSISTENCE.current();
    }

    @Test
    void ticketsThatALowerLimitHasLeftOverBarTheWayToNoneOfTheNewerOnes() {
        live(1, 1);
        tickets(1, 2);
        assertThat(draw()).isEqualTo(1);
        assertThatThrownBy(this::draw).hasMessageContaining("DRAWS_USED_UP");

        live(2, 5);
        tickets(2, 3);
        assertThat(IntStream.range(0, 4).map(each -> draw()))
                .as("the oldest first, each by the odds of its version")
                .containsExactly(1, 2, 2, 2);
        assertThatThrownBy(this::draw).hasMessageContaining("NO_TICKET_LEFT");
    }

    @Test
    void aLoweredLimitHoldsForOlderTicketsToo() {
        live(1, 5);
        tickets(1, 3);
        assertThat(draw()).isEqualTo(1);
        live(2, 1);
        assertThatThrownBy(this::draw).hasMessageContaining("DRAWS_USED_UP");
    }

    private void live(int version, int most) {
        Prize cup = new Prize("CUP", new Terms.Names("Cup", "杯子"), 1, 5, 100, null, null, null);
        editions.put(version, new Lottery(1_000, 10, 9, 3, most, null, null, List.of(cup)));
    }

    /** So many tickets of a sale that was priced by a version. */
    private void tickets(int version, int count) {
        UUID payment = Ids.next(CLOCK);
        versions.put(payment, version);
        PERSISTENCE.inNew(() -> rows.change(
                "INSERT INTO transactions.promise (payment_id, line, merchant_id, store_id, member_id, kind, campaign_id,"
                        + " name_en, name_zh, count, worth, currency, due_at, state) VALUES (?1, 1, ?2, ?2, ?3,"
                        + " 'TICKETS', ?4, 'Draw', '抽奖', ?5, 0, 'GBP', now(), 'KEPT')",
                payment,
                SHOP.merchant(),
                member,
                campaign,
                count));
    }

    /** Draws one; gives the version by whose odds. */
    private int draw() {
        DrawingTickets drawing = new DrawingTickets(
                rows,
                asked(Draws.class, this::blank),
                TestCheckout.keptUnder(versions),
                SHOP.books().door(),
                asked(Directory.class, DrawingTicketsTest::unasked),
                CLOCK);
        PrizeDraw draw = PERSISTENCE.inNew(() -> drawing.draw(self, member, campaign));
        return draw.proof().version();
    }

    /** What the promotions answer to a ticket. */
    private Object blank(String name, @Nullable Object[] arguments) {
        if (!name.equals("draw") || !(arguments[1] instanceof Draws.Ticket ticket)) {
            return unasked(name, arguments);
        }
        drawn++;
        String text = campaign + ":" + drawn + ":" + ticket.name();
        Lottery terms = Objects.requireNonNull(editions.get(ticket.version()));
        Lottery newest = Objects.requireNonNull(editions.get(editions.size()));
        return new Drawn(drawn, text, "", 9, null, null, null, terms, newest, CLOCK.instant(), List.of());
    }

    private static Object unasked(String name, @Nullable Object[] arguments) {
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
