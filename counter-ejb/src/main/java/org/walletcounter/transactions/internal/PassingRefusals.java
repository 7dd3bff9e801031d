package org.walletcounter.transactions.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.VoucherError;

/**
 * Which refusals pass: what a sale has promised, or a ticket has won, is tried again after them. All others are the last
 * word, also that all are gone ({@link VoucherError#GONE}): nobody knows whether a campaign is ever filled up again, and the
 * store settles it with the customer. Not asked about what says that nothing can be answered now
 * ({@link ErrorCode.Kind#UNAVAILABLE}): that is about the server, and not about one promise.
 *
 * <ul>
 *   <li>{@link KernelError#CHANGED_MEANWHILE}: the member came by another voucher of the campaign at the same moment.
 *   <li>{@link LedgerError#INSUFFICIENT_FUNDS}: a payment spent points while they were brought up to date for points won.
 *   <li>{@link VoucherError#AT_ANOTHER_CHECKOUT}: a voucher that is to be taken back; it is used there, or free again soon.
 *   <li>{@link VoucherError#NOT_OPEN_YET}: the campaign opens.
 *   <li>{@link VoucherError#GONE_FOR_TODAY}: tomorrow there are others.
 *   <li>{@link VoucherError#NOT_RUNNING} of a campaign that is a draft or paused, and whose time is not over.
 * </ul>
 */
final class PassingRefusals {

    /** Until two who met have done with each other. */
    static final Duration A_MOMENT = Duration.ofMinutes(1);

    /** Until it is worth asking again what a manager or the calendar has to change. */
    static final Duration A_WHILE = Duration.ofHours(1);

    private static final Map<ErrorCode, Duration> PASSING = Map.ofEntries(
            Map.entry(KernelError.CHANGED_MEANWHILE, A_MOMENT),
            Map.entry(LedgerError.INSUFFICIENT_FUNDS, A_MOMENT),
            Map.entry(VoucherError.AT_ANOTHER_CHECKOUT, A_MOMENT),
            Map.entry(VoucherError.NOT_OPEN_YET, A_WHILE),
            Map.entry(VoucherError.GONE_FOR_TODAY, A_WHILE));

    private static final Set<CampaignView.State> MAY_GO_ON =
            Set.of(CampaignView.State.DRAFT, CampaignView.State.PAUSED);

    private PassingRefusals() {}

    /** After how long to try again; empty: never. */
    static Optional<Duration> pauseAfter(CounterException refusal) {
        if (refusal.error() == VoucherError.NOT_RUNNING) {
            boolean passes = refusal.arguments().stream().anyMatch(MAY_GO_ON::contains);
            return passes ? Optional.of(A_WHILE) : Optional.empty();
        }
        return Optional.ofNullable(PASSING.get(refusal.error()));
    }
}
