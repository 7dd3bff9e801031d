package org.walletcounter.imports.internal.founding;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.walletcounter.imports.internal.founding.Demo.Shopper;
import org.walletcounter.imports.internal.founding.DemoAccess.Customer;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StaffView;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;

/** Makes the demo merchant, acting as its administrator. */
@Stateless
@RunAs("administrator")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoMerchantBean implements DemoMerchant {

    @Inject
    Founder founder;

    @Inject
    DemoFounding founding;

    @Inject
    Merchants merchants;

    @Inject
    DemoSales sales;

    @Inject
    DemoShoppers shoppers;

    @Override
    public void make() throws IOException, InterruptedException {
        Path file = FoundingSettings.accessFile()
                .orElseThrow(() -> new IllegalStateException(
                        "counter.demo is on; counter.demo.access-file must say where the sign-ins go."));
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        if (founder.nothingThere()) {
            Files.deleteIfExists(file);
            founding.found(draft);
        }
        if (Files.exists(draft)) {
            complete(file, draft);
        } else if (Files.exists(file)) {
            moveAddress(file);
        } else {
            FoundingLog.LOG.accessLost(file.toString());
        }
    }

    private void complete(Path file, Path draft) throws IOException, InterruptedException {
        MerchantView merchant = merchants.all().get(0);
        Actor administrator = administrator(merchant.id());
        StoreView store = Objects.requireNonNull(merchants.stores(administrator).stream()
                .filter(each -> each.code().equals("LON"))
                .findFirst()
                .orElse(null));
        sales.bring(administrator, store);
        TillView till = merchants.tills(administrator, store.id()).get(0);
        List<Customer> customers = new ArrayList<>();
        for (Shopper shopper : Demo.SHOPPERS) {
            customers.add(shoppers.customer(administrator, till, shopper));
        }
        DemoAccess access = DemoAccess.parse(Files.readString(draft));
        OwnerOnlyFile.write(
                file, access.with(FoundingSettings.address(), customers).text());
        Files.delete(draft);
        FoundingLog.LOG.demoReady(file.toString());
    }

    private Actor administrator(UUID merchant) {
        Actor anybody = new Actor("system", "system", "administrator", merchant, null);
        StaffView staff = merchants.staff(anybody).stream()
                .filter(each -> each.role().equals("administrator"))
                .findFirst()
                .orElseThrow();
        return new Actor("staff:" + staff.id(), staff.name(), staff.role(), merchant, null);
    }

    /** The ports may differ from one start to the next. */
    private static void moveAddress(Path file) throws IOException {
        String before = Files.readString(file);
        String now = DemoAccess.parse(before).at(FoundingSettings.address()).text();
        if (!now.equals(before)) {
            OwnerOnlyFile.write(file, now);
        }
    }
}
