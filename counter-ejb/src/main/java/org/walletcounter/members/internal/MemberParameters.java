package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.walletcounter.kernel.ModuleParameters;
import org.walletcounter.kernel.Parameter;

/** Lists the members' rules for whoever sets them. */
@Dependent
class MemberParameters implements ModuleParameters {

    @Override
    public List<Parameter> parameters() {
        return List.of(
                MemberRules.LIMIT_SINGLE,
                MemberRules.LIMIT_DAILY,
                MemberRules.DEVICES,
                MemberRules.WRONG_CODES,
                MemberRules.SESSION_IDLE,
                MemberRules.SESSION_LONGEST,
                MemberRules.CALLING_CODE,
                MemberRules.LOOK_UPS,
                MemberRules.BIRTHDAY_AHEAD,
                MemberRules.BIRTHDAY_HOUR);
    }
}
