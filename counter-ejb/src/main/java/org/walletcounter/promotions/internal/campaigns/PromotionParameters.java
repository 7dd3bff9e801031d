package org.walletcounter.promotions.internal.campaigns;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.walletcounter.kernel.ModuleParameters;
import org.walletcounter.kernel.Parameter;

/** Lists the promotions' rules for whoever sets them. */
@Dependent
class PromotionParameters implements ModuleParameters {

    @Override
    public List<Parameter> parameters() {
        return List.of(MarginRules.LINE, MarginRules.SALE);
    }
}
