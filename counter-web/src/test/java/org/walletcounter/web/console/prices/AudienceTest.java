package org.walletcounter.web.console.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Condition;

/** Whom a price list is for, between the form and the definition. */
class AudienceTest {

    @Test
    void whatTheFormHoldsIsReadBackAsItWas() {
        String store = UUID.randomUUID().toString();
        for (Audience audience : List.of(
                Audience.ALL,
                new Audience(List.of(), List.of("GOLD", "SILVER"), List.of()),
                new Audience(List.of(store), List.of("GOLD"), List.of("cups", "tea")))) {
            assertThat(Audience.of(audience.when())).contains(audience);
        }
    }

    @Test
    void whatTheFormDoesNotKnowIsNotTakenForSomethingElse() {
        Condition tiers = new Condition.Tiers(Set.of("GOLD"));

        assertThat(Audience.of(new Condition.Members())).isEmpty();
        assertThat(Audience.of(new Condition.Any(List.of(tiers)))).isEmpty();
        assertThat(Audience.of(Condition.all(tiers, tiers))).isEmpty();
        assertThat(Audience.of(Condition.all(tiers, new Condition.FirstPurchase())))
                .isEmpty();
    }
}
