package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.LedgerError;

class AdmissionTest {

    private final Admission admission = new Admission(1);

    @Test
    void whoComesWhenThereIsNoRoomIsToldAtOnceAndTheNextIsTakenWhenOneIsDone() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletionStage<String> taken = admission.admit(() -> first);
        assertThatThrownBy(() -> admission.admit(() -> CompletableFuture.completedStage("second")))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(LedgerError.BUSY));
        first.complete("paid");
        assertThat(taken.toCompletableFuture().join()).isEqualTo("paid");
        assertThat(admission
                        .admit(() -> CompletableFuture.completedStage("third"))
                        .toCompletableFuture()
                        .join())
                .isEqualTo("third");
    }

    @Test
    void aPaymentThatFailsLeavesItsPlace() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> admission.admit(() -> {
                        throw new CounterException(LedgerError.NO_SUCH_HOLD);
                    }))
                    .isInstanceOf(CounterException.class)
                    .hasMessageContaining("NO_SUCH_HOLD");
            admission.admit(() -> CompletableFuture.failedStage(new IllegalStateException("lost")));
        }
    }
}
