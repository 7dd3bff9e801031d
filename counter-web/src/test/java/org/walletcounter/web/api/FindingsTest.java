package org.walletcounter.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.walletcounter.ledger.Finding;

class FindingsTest {

    private static final List<Finding> FOUND = List.of(
            new Finding("I2", "account 7", "the balance is 5, the postings sum to 4"),
            new Finding("I4", "merchant M", "2 journals claim the sale M:T1-0042"));

    @Test
    void anAdministratorIsToldWhereAPromiseIsBroken() {
        assertThat(Findings.told("administrator", FOUND)).isEqualTo(FOUND);
    }

    @Test
    void whoWorksForOneMerchantIsToldWhichPromiseAndNothingOfOthers() {
        for (String role : List.of("manager", "analyst")) {
            assertThat(Findings.told(role, FOUND))
                    .containsExactly(new Finding("I2", "", ""), new Finding("I4", "", ""));
        }
    }
}
