package org.walletcounter.web.console;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The areas of the console, with the pages that belong to each and the roles that may enter. The doors check again. */
enum Area {
    BOARD(Roles.READERS, "board", "index"),
    TRANSACTIONS(Roles.READERS, "transactions", "transaction"),
    MEMBERS(Roles.MANAGERS, "members", "member"),
    PRODUCTS(Roles.READERS, "products"),
    PROMOTIONS(
            Roles.READERS,
            "promotions",
            "promotion",
            "promotion-edit",
            "promotion-calendar",
            "promotion-performance",
            "back-tests",
            "back-test",
            "back-test-compare",
            "price-lists",
            "price-list",
            "price-list-edit"),
    PRIZES(Roles.COUNTER, "prizes"),
    LOYALTY(Roles.READERS, "points", "tiers", "segments"),
    VOUCHERS(Roles.READERS, "vouchers", "voucher-campaign", "voucher-form", "voucher", "voucher-clearing"),
    REPORTS(Roles.READERS, "reports"),
    IMPORTS(Roles.MANAGERS, "imports", "import"),
    STORES(Roles.MANAGERS, "stores"),
    TAXES(Roles.MANAGERS, "taxes"),
    STAFF(Roles.MANAGERS, "staff"),
    PARAMETERS(Roles.MANAGERS, "parameters", "parameter"),
    KEYS(Roles.ADMINISTRATORS, "keys"),
    AUDIT(Roles.READERS, "audit");

    private final Set<String> roles;
    private final Set<String> pages;

    Area(Set<String> roles, String... pages) {
        this.roles = roles;
        this.pages = Set.of(pages);
    }

    /** The area a page belongs to; none for pages that everybody signed in may see. */
    static Optional<Area> ofPage(String page) {
        return Arrays.stream(values()).filter(area -> area.pages.contains(page)).findFirst();
    }

    /** Whether a role may enter. */
    boolean opensTo(String role) {
        return roles.contains(role);
    }

    private static final class Roles {
        static final Set<String> COUNTER = Set.of("cashier", "manager", "administrator");
        static final Set<String> READERS = Set.of("manager", "analyst", "administrator");
        static final Set<String> MANAGERS = Set.of("manager", "administrator");
        static final Set<String> ADMINISTRATORS = Set.of("administrator");
    }
}
