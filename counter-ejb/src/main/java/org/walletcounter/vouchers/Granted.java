package org.walletcounter.vouchers;

import java.util.List;
import java.util.UUID;

/**
 * What became of a grant to several.
 *
 * @param granted how many got one
 * @param refused who did not, and why
 */
public record Granted(int granted, List<Refused> refused) {

    /** Somebody who got none. */
    public record Refused(UUID memberId, VoucherError why) {}
}
