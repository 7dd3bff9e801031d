package org.walletcounter.reporting.internal.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.reporting.internal.rollups.Turns.Waiting;

class TurnsTest {

    private static final UUID BIG = new UUID(1, 1);
    private static final UUID SMALL = new UUID(2, 2);

    private final Turns turns = new Turns();

    @Test
    void eachHasOneTurnAndTheRestIsLongWhenLittleHasArrived() {
        turns.begin(List.of(new Waiting(BIG, Turns.PIECE), new Waiting(SMALL, 1)));

        assertThat(turns.next()).isEqualTo(BIG);
        assertThat(turns.restAfter(40)).isEqualTo(200);
        assertThat(turns.next()).isEqualTo(SMALL);
        assertThat(turns.isOver()).isTrue();
    }

    @Test
    void whoHasMuchComesUpAgainInTheSameRoundAndKeepsNobodyWaiting() {
        turns.begin(List.of(new Waiting(BIG, 2L * Turns.PIECE + 1), new Waiting(SMALL, 1)));

        List<UUID> all = new ArrayList<>();
        while (!turns.isOver()) {
            all.add(turns.next());
        }
        assertThat(all).containsExactly(BIG, SMALL, BIG, BIG);
    }

    @Test
    void theRestIsShortUntilNobodyIsFarBehind() {
        turns.begin(List.of(new Waiting(BIG, 3L * Turns.PIECE)));

        turns.next();
        assertThat(turns.restAfter(40)).isEqualTo(40);
        turns.next();
        assertThat(turns.restAfter(40)).as("one piece is left").isEqualTo(200);
    }
}
