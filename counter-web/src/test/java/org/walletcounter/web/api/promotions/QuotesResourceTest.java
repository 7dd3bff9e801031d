package org.walletcounter.web.api.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotesResourceTest {

    /** Terms of one's own choosing, tried on a basket, tell what its goods cost. */
    @Test
    void onlyWhoMaySeeWhatGoodsCostTriesTerms() {
        assertThat(QuotesResource.mayTry("manager")).isTrue();
        assertThat(QuotesResource.mayTry("analyst")).isTrue();
        assertThat(QuotesResource.mayTry("administrator")).isTrue();
        assertThat(QuotesResource.mayTry("cashier")).isFalse();
        assertThat(QuotesResource.mayTry("member")).isFalse();
    }
}
