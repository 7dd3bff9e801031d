package org.walletcounter.promotions.internal.campaigns;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Posting;
import org.walletcounter.promotions.Benefit.Lottery;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.internal.campaigns.Budgets.Filling;

/** How many there are of each prize: accounts that do not go below zero, so that no prize is given twice. */
final class PrizeStock {

    private final Ledger ledger;
    private final Budgets budgets;

    PrizeStock(Ledger ledger, Budgets budgets) {
        this.ledger = ledger;
        this.budgets = budgets;
    }

    /** Opens the accounts and fills them. What a later version has more of a prize is added. */
    void provide(UUID merchantId, UUID campaign, Lottery lottery, LocalDate day) {
        for (Prize each : lottery.prizes()) {
            budgets.fill(filling(merchantId, campaign, each.code(), (long) each.stock()), day);
        }
    }

    /** How many are left. */
    long left(UUID merchantId, UUID campaign, String code) {
        return ledger.account(
                        ledger.open(filling(merchantId, campaign, code, 0L).account()))
                .map(AccountView::available)
                .orElse(0L);
    }

    /** How many are left of each. */
    Map<String, Long> left(UUID merchantId, UUID campaign, Lottery lottery) {
        Map<String, Long> left = new LinkedHashMap<>();
        lottery.prizes().forEach(each -> left.put(each.code(), left(merchantId, campaign, each.code())));
        return left;
    }

    /** Takes so many out; below zero puts them back. */
    List<Posting> take(UUID merchantId, UUID campaign, String code, long pieces) {
        Filling filling = filling(merchantId, campaign, code, 0L);
        return List.of(
                new Posting(ledger.open(filling.account()), -pieces), new Posting(ledger.open(filling.used()), pieces));
    }

    private static Filling filling(UUID merchantId, UUID campaign, String code, Long stock) {
        return new Filling(merchantId, campaign, "PRZ", "prize:" + code, stock);
    }
}
