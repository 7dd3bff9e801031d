package org.walletcounter.merchants.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.SignInAttempts;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** How often a wrong password may be tried. Each test has names and addresses of its own. */
class SignInAttemptsTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));

    private final Moment clock = new Moment();
    private final SignInAttempts attempts = TestMerchants.signInAttempts(PERSISTENCE, clock);
    private final String run = UUID.randomUUID().toString();

    @Test
    void tenFailuresOfANameFromOneAddressAreEnoughAndWaitingHelpsHoweverOftenItIsTriedMeanwhile() {
        for (int i = 0; i < SignInAttemptsBean.PER_NAME_AND_ADDRESS; i++) {
            fail("ann", "here");
            clock.pass(Duration.ofMinutes(1));
        }
        for (int i = 0; i < SignInAttemptsBean.PER_ADDRESS; i++) {
            refused("ann", "here", 5);
        }
        fail("ann", "there");
        fail("bob", "here");
        clock.pass(Duration.ofSeconds(270));
        refused("ann", "here", 1);
        clock.pass(Duration.ofSeconds(30));
        fail("ann", "here");
        refused("ann", "here", 1);
    }

    @Test
    void oneAddressTriesSoManyNames() {
        for (int i = 0; i < SignInAttemptsBean.PER_ADDRESS; i++) {
            fail("name " + i, "here");
        }
        refused("ann", "here", 15);
        fail("ann", "there");
    }

    @Test
    void oneNameIsTriedFromSoManyAddresses() {
        for (int i = 0; i < SignInAttemptsBean.PER_NAME; i++) {
            fail("ann", "address " + i);
        }
        refused("ann", "here", 15);
        fail("bob", "here");
    }

    @Test
    void theRightPasswordForgetsTheFailuresOfItsNameOnly() {
        for (int i = 0; i < SignInAttemptsBean.PER_NAME_AND_ADDRESS; i++) {
            fail("bob", "here");
        }
        for (int i = 0; i < 2 * SignInAttemptsBean.PER_NAME_AND_ADDRESS; i++) {
            fail("ann", "here");
            attempts.succeed(name("ann"));
        }
        refused("bob", "here", 15);
    }

    @Test
    void whatCouldNotBeComparedIsNoFailure() {
        for (int i = 0; i < 2 * SignInAttemptsBean.PER_NAME_AND_ADDRESS; i++) {
            attempts.withdraw(attempts.begin(name("ann"), name("here")));
        }
        fail("ann", "here");
    }

    @Test
    void nameAndAddressAreOfAnyLength() {
        fail("ann".repeat(10_000), "here".repeat(10_000));
    }

    private void fail(String username, String address) {
        assertThat(attempts.begin(name(username), name(address))).isNotNull();
    }

    private void refused(String username, String address, int minutes) {
        assertThatExceptionOfType(CounterException.class)
                .isThrownBy(() -> attempts.begin(name(username), name(address)))
                .satisfies(refusal -> {
                    assertThat(refusal.error()).isEqualTo(MerchantError.SIGN_IN_LOCKED);
                    assertThat(refusal.arguments()).containsExactly(minutes);
                });
    }

    private String name(String plain) {
        return plain + " " + run;
    }
}
