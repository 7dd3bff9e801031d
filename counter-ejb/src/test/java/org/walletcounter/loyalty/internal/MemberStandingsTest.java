package org.walletcounter.loyalty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.walletcounter.loyalty.MemberStanding;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;

class MemberStandingsTest {

    private final UUID merchant = UUID.randomUUID();
    private final UUID member = UUID.randomUUID();
    private final Moment clock = new Moment();
    private final WarmStandings warm = new WarmStandings(clock);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aStandingIsAskedOnceInTenSeconds() {
        ask();
        clock.pass(Duration.ofSeconds(9));
        assertThat(ask().tier()).isEqualTo("gold-1");
        clock.pass(Duration.ofSeconds(2));
        assertThat(ask().tier()).isEqualTo("gold-2");
    }

    @Test
    void aMoveIsSeenAtOnceAndOnlyAtItsMerchant() {
        ask();
        warm.moved(new StandingsMoved(UUID.randomUUID()));
        assertThat(ask().tier()).isEqualTo("gold-1");
        warm.moved(new StandingsMoved(merchant));
        assertThat(ask().tier()).isEqualTo("gold-2");
    }

    @Test
    void theDatabaseSaysTierAndSegmentsOfTheMerchantAlone() {
        TestShop shop = new TestShop(TestDatabase.shared(), clock);
        UUID lei = shop.member("en", 10);
        UUID segment = UUID.randomUUID();
        UUID snapshot = UUID.randomUUID();
        shop.in(() -> shop.db.change(
                "INSERT INTO loyalty.segment (id, merchant_id, code, name_en, name_zh, conditions, version, author,"
                        + " set_at) VALUES (?, ?, 'vip', 'V', '贵', '[]', 1, 'ann', now())",
                segment,
                shop.merchant));
        shop.in(() -> shop.db.change(
                "INSERT INTO loyalty.segment_snapshot (id, segment_id, version, conditions, state, asked_by, asked_at,"
                        + " touched_at) VALUES (?, ?, 1, '[]', 'DONE', 'ann', now(), now())",
                snapshot,
                segment));
        shop.in(() -> shop.db.change("INSERT INTO loyalty.segment_member VALUES (?, ?)", snapshot, lei));
        JdbcStandings standings = new JdbcStandings(shop.db);
        assertThat(shop.in(() -> standings.of(shop.merchant, lei))).isEqualTo(new MemberStanding(null, Set.of("vip")));
        assertThat(shop.in(() -> standings.of(merchant, lei))).isEqualTo(new MemberStanding(null, Set.of()));
    }

    private MemberStanding ask() {
        return warm.of(merchant, member, () -> new MemberStanding("gold-" + asked.incrementAndGet(), Set.of("vip")));
    }
}
