package org.walletcounter.reporting.internal.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.reporting.internal.rollups.Turns.Part;
import org.walletcounter.reporting.internal.rollups.Turns.Waiting;

class TurnsTest {

    private static final UUID BIG = new UUID(1, 1);
    private static final UUID SMALL = new UUID(2, 2);

    private final Turns turns = new Turns();

    @Test
    void whatWasSortedIsAddedUpPartByPartBeforeAnotherIsSorted() {
        turns.begin(List.of(new Waiting(BIG, Turns.PIECE - 1), new Waiting(SMALL, 1)));

        assertThat(turns.nextPart()).as("nothing is sorted yet").isNull();
        assertThat(turns.nextToSort()).isEqualTo(BIG);
        turns.sorted(BIG, 2);
        assertThat(turns.restAfter(40)).isEqualTo(200);
        assertThat(turns.nextPart()).isEqualTo(new Part(BIG, 1));
        assertThat(turns.nextPart()).isEqualTo(new Part(BIG, 2));
        assertThat(turns.nextPart()).isNull();
        assertThat(turns.nextToSort()).isEqualTo(SMALL);
        turns.sorted(SMALL, 0); // another node is at it
        assertThat(turns.isOver()).isTrue();
    }

    @Test
    void whoHasMuchComesUpAgainInTheSameRoundAndKeepsNobodyWaiting() {
        turns.begin(List.of(new Waiting(BIG, 2L * Turns.PIECE + 1), new Waiting(SMALL, 1)));

        List<UUID> all = new ArrayList<>();
        while (!turns.isOver()) {
            all.add(turns.nextToSort());
        }
        assertThat(all).containsExactly(BIG, SMALL, BIG, BIG);
    }

    @Test
    void restsAreShortInARoundThatBeganFarBehind() {
        turns.begin(List.of(new Waiting(BIG, 3L * Turns.PIECE)));

        turns.nextToSort();
        turns.nextToSort();
        turns.nextToSort();
        turns.sorted(BIG, 1);
        assertThat(turns.restAfter(40)).as("to the last part").isEqualTo(40);

        turns.begin(List.of(new Waiting(BIG, Turns.PIECE)));
        assertThat(turns.restAfter(40)).isEqualTo(200);
    }

    @Test
    void manyWhoHaveSomeAreFarBehindTogether() {
        turns.begin(List.of(new Waiting(BIG, Turns.PIECE / 2), new Waiting(SMALL, Turns.PIECE / 2 + 1)));

        assertThat(turns.restAfter(40)).isEqualTo(40);
    }

    @Test
    void aNewRoundForgetsWhatWasLeftOfTheOneBefore() {
        turns.begin(List.of(new Waiting(BIG, 1), new Waiting(SMALL, 1)));
        turns.sorted(turns.nextToSort(), 3);

        turns.begin(List.of());

        assertThat(turns.isOver()).isTrue();
    }
}
