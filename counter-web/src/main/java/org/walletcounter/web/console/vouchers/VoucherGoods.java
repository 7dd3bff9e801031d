package org.walletcounter.web.console.vouchers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.promotions.Terms;
import org.walletcounter.web.console.Choice;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Show;

/** What the form must know of the house and its goods. */
@RequestScoped
class VoucherGoods {

    @Inject
    private Catalogue catalogue;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    ReadingVoucherForm.House house() {
        return new ReadingVoucherForm.House(
                console.getMerchant().code(), console.getMerchant().currency(), this::names);
    }

    List<Choice> stores(List<String> chosen) {
        List<Choice> offered = console.getStores().stream()
                .map(store -> new Choice(store.id().toString(), store.name(console.getLanguage())))
                .toList();
        return Choice.with(chosen, offered, unseen -> show.text("store.unseen"));
    }

    List<Choice> categories(List<String> chosen) {
        List<Choice> offered = catalogue.categories(console.getActor()).stream()
                .map(category -> new Choice(category, category))
                .toList();
        return Choice.with(chosen, offered, category -> category);
    }

    private Terms.@Nullable Names names(String sku) {
        return catalogue
                .byCode(console.getActor(), sku)
                .map(found -> new Terms.Names(found.name("en"), found.name("zh")))
                .orElse(null);
    }
}
