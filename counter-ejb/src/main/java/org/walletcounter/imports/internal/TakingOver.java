package org.walletcounter.imports.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.members.MemberIntake;
import org.walletcounter.orders.CatalogueIntake;

/** Takes the file's products and customers over, before anything is booked that names them. */
@Dependent
class TakingOver {

    private final CatalogueIntake catalogue;
    private final MemberIntake members;
    private final NewProducts newProducts;
    private final ImportNotes notes;

    @Inject
    TakingOver(CatalogueIntake catalogue, MemberIntake members, NewProducts newProducts, ImportNotes notes) {
        this.catalogue = catalogue;
        this.members = members;
        this.newProducts = newProducts;
        this.notes = notes;
    }

    /** The stock codes become products of the catalogue. */
    void products(Contents contents) {
        contents.products(catalogue.addMissing(system(contents), newProducts.of(contents)));
    }

    /** The customers become members, known by the merchant's own number. */
    void customers(Contents contents) {
        List<MemberIntake.Known> customers = contents.survey().customers().stream()
                .map(number -> new MemberIntake.Known(number, "Customer " + number, "en"))
                .toList();
        Map<String, UUID> known = members.takeOver(system(contents), customers);
        contents.members(known);
        notes.customers(contents.order().id(), known);
    }

    private static Actor system(Contents contents) {
        return Actor.system(contents.order().merchantId());
    }
}
