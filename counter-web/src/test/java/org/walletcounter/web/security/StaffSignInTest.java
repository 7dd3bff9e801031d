package org.walletcounter.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.MerchantError;

class StaffSignInTest {

    /** There the current password would not be asked for. */
    @Test
    void nobodySetsTheirOwnPasswordAmongTheStaff() {
        UUID staff = UUID.randomUUID();
        Actor self = new Actor("staff:" + staff, "Ann", "administrator", UUID.randomUUID(), null);
        assertThat(StaffSignIn.isSelf(self, UUID.randomUUID())).isFalse();
        assertThatExceptionOfType(CounterException.class)
                .isThrownBy(() -> new StaffSignIn().setPassword(self, staff, "ten green bottles"))
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(MerchantError.OWN_PASSWORD));
    }
}
