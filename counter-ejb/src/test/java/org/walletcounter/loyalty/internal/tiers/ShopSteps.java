package org.walletcounter.loyalty.internal.tiers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.loyalty.internal.TestShop;

/** The steps of a review in the transactions of a test's shop. */
record ShopSteps(TestShop shop, JdbcTiers tiers) implements ReviewSteps {

    @Override
    public List<UUID> due() {
        return shop.in(tiers::due);
    }

    @Override
    public Optional<Review> begin(UUID merchantId) {
        return shop.in(() -> tiers.begin(merchantId));
    }

    @Override
    public int judge(Review review, List<UUID> members) {
        return shop.in(() -> tiers.judge(review, members));
    }

    @Override
    public void end(Review review) {
        shop.in(() -> {
            tiers.end(review);
            return review;
        });
    }
}
