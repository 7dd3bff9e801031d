package org.walletcounter.web.console;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.walletcounter.ledger.JournalView;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.RefundView;

/** Finds what the books say about a payment. */
final class Booked {

    private Booked() {}

    static List<JournalView> journalsOf(PaymentView payment, Ledger ledger) {
        Stream<UUID> refunds =
                payment.refunds().stream().map(RefundView::journalId).filter(Objects::nonNull);
        return Stream.concat(Stream.ofNullable(payment.journalId()), refunds)
                .distinct()
                .map(ledger::journal)
                .flatMap(Optional::stream)
                .toList();
    }
}
