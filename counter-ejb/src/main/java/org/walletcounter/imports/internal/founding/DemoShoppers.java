package org.walletcounter.imports.internal.founding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.walletcounter.imports.internal.founding.Demo.Shopper;
import org.walletcounter.imports.internal.founding.DemoAccess.Customer;
import org.walletcounter.kernel.Actor;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.Registration;
import org.walletcounter.merchants.TillView;
import org.walletcounter.transactions.TopUpRequest;
import org.walletcounter.transactions.Transactions;

/** Registers the demo's customers with a phone and money in their wallets. */
@Dependent
class DemoShoppers {

    private final Members members;
    private final Transactions transactions;

    @Inject
    DemoShoppers(Members members, Transactions transactions) {
        this.members = members;
        this.transactions = transactions;
    }

    /** A customer with a new device key; a repeat registers and tops up nobody twice. */
    Customer customer(Actor administrator, TillView till, Shopper shopper) {
        List<MemberView> known =
                members.find(administrator, shopper.phone(), null, 1).items();
        MemberView member = known.isEmpty() ? register(administrator, shopper) : known.get(0);
        boolean empty =
                member.wallets().stream().allMatch(wallet -> wallet.balance().isZero());
        if (empty) {
            transactions.topUp(
                    administrator, new TopUpRequest(till.storeId(), till.id(), member.id(), shopper.topUp()));
        }
        return new Customer(member, shopper.name(), shopper.phone(), members.enrolDevice(administrator, member.id()));
    }

    private MemberView register(Actor administrator, Shopper shopper) {
        String notice = members.privacyNotice(administrator.merchantId(), shopper.language())
                .version();
        return members.register(
                administrator, new Registration(shopper.phone(), shopper.name(), shopper.language(), notice, null));
    }
}
