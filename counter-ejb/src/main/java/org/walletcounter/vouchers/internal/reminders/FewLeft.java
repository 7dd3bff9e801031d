package org.walletcounter.vouchers.internal.reminders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.vouchers.internal.book.Campaign;

/** How many of a campaign are left, and when the house calls that few. */
@Dependent
public class FewLeft {

    /** Few are so many percent of all there ever were. */
    public static final Parameter PERCENT = new Parameter("vouchers.few-left.percent", "percent", 0, 100, 10);

    /** Few are in any case so many: ten percent of thirty would be said when it is too late. */
    public static final Parameter FLOOR = new Parameter("vouchers.few-left.floor", "count", 0, 1_000_000, 5);

    private static final long HUNDRED = 100;

    private final Ledger ledger;
    private final Parameters parameters;

    @Inject
    public FewLeft(Ledger ledger, Parameters parameters) {
        this.ledger = ledger;
        this.parameters = parameters;
    }

    /** How many are left; null: without end. */
    @Nullable
    Long left(Campaign campaign) {
        AccountId pool = campaign.opened().pool();
        return pool == null ? null : ledger.account(pool).orElseThrow().available();
    }

    /** Whether so many are few; those without end never are. */
    boolean few(Campaign campaign, @Nullable Long left) {
        Long total = campaign.form().quantity().total();
        if (total == null || left == null) {
            return false;
        }
        long part = Math.multiplyExact(total, parameters.value(PERCENT, campaign.merchantId())) / HUNDRED;
        return left <= Math.max(part, parameters.value(FLOOR, campaign.merchantId()));
    }
}
