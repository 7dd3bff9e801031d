package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.walletcounter.kernel.ModuleParameters;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.vouchers.internal.reminders.FewLeft;

/** Lists the vouchers' rules for whoever sets them. */
@Dependent
class VoucherParameters implements ModuleParameters {

    @Override
    public List<Parameter> parameters() {
        return List.of(Redeeming.HOLD_SECONDS, FewLeft.PERCENT, FewLeft.FLOOR);
    }
}
