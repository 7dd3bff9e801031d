package org.walletcounter.vouchers;

import java.util.List;
import java.util.UUID;

/**
 * What became of a grant to several.
 *
 * @param granted how many got one
 * @param vouchers the ids of what was issued, in the order of the members who got one
 * @param refused who did not, and why
 */
public record Granted(int granted, List<UUID> vouchers, List<Refused> refused) {

    /** Keeps copies. */
    public Granted {
        vouchers = List.copyOf(vouchers);
        refused = List.copyOf(refused);
    }

    /** Somebody who got none. */
    public record Refused(UUID memberId, VoucherError why) {}
}
