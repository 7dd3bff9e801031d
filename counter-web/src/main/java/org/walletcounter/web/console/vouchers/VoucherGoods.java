package org.walletcounter.web.console.vouchers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.promotions.Terms;
import org.walletcounter.web.console.ConsoleSession;

/** What the form must know of the house and its goods. */
@RequestScoped
class VoucherGoods {

    @Inject
    private Catalogue catalogue;

    @Inject
    private ConsoleSession console;

    ReadingVoucherForm.House house() {
        return new ReadingVoucherForm.House(
                console.getMerchant().code(), console.getMerchant().currency(), this::names);
    }

    List<String> categories() {
        return catalogue.categories(console.getActor());
    }

    private Terms.@Nullable Names names(String sku) {
        return catalogue
                .byCode(console.getActor(), sku)
                .map(found -> new Terms.Names(found.name("en"), found.name("zh")))
                .orElse(null);
    }
}
