package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.transactions.Wish;

/** A command's content is told by its text, so the same wish must be the same text on every node and after every start. */
class WishTest {

    @Test
    void theSameWishIsTheSameTextHoweverItsVouchersCame() {
        List<UUID> vouchers = List.of(new UUID(3, 3), new UUID(1, 1), new UUID(2, 2));
        List<UUID> turned = new ArrayList<>(vouchers);
        Collections.reverse(turned);
        assertThat(new Wish(vouchers, Set.of(), Set.of(), 0).toString())
                .isEqualTo(new Wish(turned, Set.of(), Set.of(), 0).toString());
    }
}
