package org.walletcounter.imports.internal.founding;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;

/**
 * What the demo merchant is made of. The sales are real (a few days of the Online Retail set); the stores, the staff and the
 * two customers with phones are invented, their numbers from the range that is kept free for that.
 */
record Demo(MerchantView merchant, StoreView first, StoreView second, List<TillView> tills) {

    /** The sales that ship with the application; {@code SLICE.NOTICE.txt} beside it says where they come from. */
    static final String SLICE = "online-retail-2010-12-01-to-05.csv.gz";

    static final String CURRENCY = "GBP";

    /** Somebody on the demo's staff; the user name is the role, so that nobody has to look it up. */
    record Hired(String role, String name, String language) {
        String username() {
            return role.toLowerCase(Locale.ROOT);
        }
    }

    /** Somebody who shops there. */
    record Shopper(String name, String phone, String language, Money topUp) {}

    static final List<Hired> STAFF = List.of(
            new Hired("administrator", "Ada Whitfield", "en"),
            new Hired("manager", "Ming Chen 陈明", "zh"),
            new Hired("analyst", "Priya Nair", "en"),
            new Hired("cashier", "Tom Archer", "en"));

    static final List<Shopper> SHOPPERS = List.of(
            new Shopper("林梅", "+447700900101", "zh", Money.of(20_000, CURRENCY)),
            new Shopper("Oliver Hart", "+447700900102", "en", Money.of(5_000, CURRENCY)));

    static Demo of(Clock clock) {
        UUID merchant = Ids.next(clock);
        StoreView first = new StoreView(
                Ids.next(clock), merchant, "LON", "London Showroom", "伦敦展示店", "Camden High Street, London", true);
        StoreView second =
                new StoreView(Ids.next(clock), merchant, "BRI", "Bristol Shop", "布里斯托店", "Park Street, Bristol", true);
        return new Demo(
                new MerchantView(merchant, "OR", "Online Retail Gifts", "在线礼品店", CURRENCY, ZoneId.of("Europe/London")),
                first,
                second,
                List.of(
                        new TillView(Ids.next(clock), first.id(), "L1", "London 1", true),
                        new TillView(Ids.next(clock), first.id(), "L2", "London 2", true),
                        new TillView(Ids.next(clock), second.id(), "B1", "Bristol 1", true)));
    }

    List<TillView> tillsOf(StoreView store) {
        return tills.stream().filter(till -> till.storeId().equals(store.id())).toList();
    }
}
