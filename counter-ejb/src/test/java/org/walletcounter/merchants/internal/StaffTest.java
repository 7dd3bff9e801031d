package org.walletcounter.merchants.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.NewStaff;
import org.walletcounter.merchants.StaffAccess;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** The moment of a password, by which sessions that began with an older one end. */
class StaffTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));

    private final Moment clock = new Moment();
    private final Merchants merchants = TestMerchants.on(PERSISTENCE, clock);
    private final String username = "it-" + UUID.randomUUID();

    @Test
    void theMomentOfAPasswordIsReadBackAsItWasSet() {
        clock.pass(Duration.ofNanos(123_456_789));
        StaffAccess kept = kept(somebody());
        assertThat(merchants.staffSigningIn(username)).contains(kept);
        assertThat(merchants.staffNamed(username)).contains(kept);
    }

    @Test
    void aNewPasswordEndsWhatBeganWithTheOldOneEvenWhenTheClockHasGoneBack() {
        Staff staff = somebody();
        Instant old = staff.access().passwordSet();
        clock.pass(Duration.ofSeconds(-3));
        staff.password("another hash", clock.instant());
        assertThat(staff.access().admits(old)).isFalse();
        assertThat(staff.access().admits(staff.access().passwordSet())).isTrue();
    }

    @Test
    void whatANodeStillRemembersOfTheOldPasswordDoesNotEndWhatBeganWithTheNewOne() {
        Staff staff = somebody();
        StaffAccess remembered = staff.access();
        clock.pass(Duration.ofSeconds(3));
        staff.password("another hash", clock.instant());
        assertThat(remembered.admits(staff.access().passwordSet())).isTrue();
    }

    @Test
    void whoWasHiredWithBlanksAroundTheUserNameIsFoundWithoutThem() {
        kept(somebody(" " + username + "\u3000"));
        assertThat(merchants.staffSigningIn(username)).isPresent();
    }

    private Staff somebody() {
        return somebody(username);
    }

    private Staff somebody(String typed) {
        UUID merchant = TestMerchants.found(merchants).id();
        NewStaff hired = new NewStaff(null, typed, "Sam", "cashier", "en", "only its hash is kept");
        return new Staff(UUID.randomUUID(), merchant, hired, "a hash", clock.instant());
    }

    private static StaffAccess kept(Staff staff) {
        return PERSISTENCE.inNew(() -> {
            PERSISTENCE.current().persist(staff);
            return staff.access();
        });
    }
}
