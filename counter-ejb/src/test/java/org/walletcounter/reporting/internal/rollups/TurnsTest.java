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
        turns.begin(List.of(new Waiting(BIG, Turns.FEW - 1), new Waiting(SMALL, 1)));

        assertThat(turns.nextPart()).as("nothing is sorted yet").isNull();
        assertThat(turns.nextToSort()).isEqualTo(BIG);
        turns.sorted(BIG, 2);
        assertThat(turns.restAfter(40)).isEqualTo(200);
        assertThat(turns.nextPart()).isEqualTo(new Part(BIG, 1));
        assertThat(turns.nextPart()).isEqualTo(new Part(BIG, 2));
        assertThat(turns.nextPart()).isNull();
        assertThat(turns.nextToSort()).isEqualTo(SMALL);
        turns.sorted(SMALL, 0); // another node is at it
        assertThat(turns.isForCampaigns()).isTrue();
    }

    @Test
    void aRoundEndsWhenCampaignsHaveNothingLeftEither() {
        turns.begin(List.of(new Waiting(SMALL, 1)));

        assertThat(turns.isForCampaigns()).as("a merchant comes first").isFalse();
        turns.nextToSort();
        turns.sorted(SMALL, 0);
        turns.campaignsAddedUp(true);
        assertThat(turns.isForCampaigns()).isTrue();
        assertThat(turns.isOver()).isFalse();
        turns.campaignsAddedUp(false);
        assertThat(turns.isForCampaigns()).isFalse();
        assertThat(turns.isOver()).isTrue();
    }

    @Test
    void whoHasMuchComesUpAgainInTheSameRoundAndKeepsNobodyWaiting() {
        turns.begin(List.of(new Waiting(BIG, 2L * Turns.PIECE + 1), new Waiting(SMALL, 1)));

        List<UUID> all = new ArrayList<>();
        while (!turns.isForCampaigns()) {
            all.add(turns.nextToSort());
        }
        assertThat(all).containsExactly(BIG, SMALL, BIG, BIG);
    }

    @Test
    void restsAreTheShorterTheMoreARoundBeganWith() {
        turns.begin(List.of(new Waiting(BIG, 2L * Turns.FEW)));
        turns.nextToSort();
        turns.sorted(BIG, 1);
        assertThat(turns.restAfter(40)).as("to the last part").isEqualTo(100);

        turns.begin(List.of(new Waiting(BIG, Turns.FEW)));
        assertThat(turns.restAfter(40)).isEqualTo(200);

        turns.begin(List.of(new Waiting(BIG, 100L * Turns.FEW)));
        assertThat(turns.restAfter(40)).as("never shorter than the work").isEqualTo(40);
    }

    @Test
    void whatWaitsOfAllCountsTogether() {
        turns.begin(List.of(new Waiting(BIG, Turns.FEW), new Waiting(SMALL, Turns.FEW)));

        assertThat(turns.restAfter(40)).isEqualTo(100);
    }

    @Test
    void aNewRoundForgetsWhatWasLeftOfTheOneBefore() {
        turns.begin(List.of(new Waiting(BIG, 1), new Waiting(SMALL, 1)));
        turns.sorted(turns.nextToSort(), 3);

        turns.begin(List.of());

        assertThat(turns.nextPart()).isNull();
        assertThat(turns.isForCampaigns()).isTrue();
    }
}
