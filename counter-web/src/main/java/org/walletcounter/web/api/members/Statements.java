package org.walletcounter.web.api.members;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.WalletView;

/** What has moved in a member's wallet, with the balance after each line. */
@ApplicationScoped
public class Statements {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    @Inject
    Ledger ledger;

    /** The statement of a member's wallet; without a currency, of the first wallet. */
    Page<Line> of(MemberView member, @Nullable String currency, @Nullable String after, int limit) {
        WalletView wallet = member.wallets().stream()
                .filter(candidate ->
                        currency == null || candidate.balance().currency().equals(currency))
                .findFirst()
                .orElseThrow(() -> CounterException.at("currency", KernelError.FIELD_INVALID, "currency"));
        int count = limit <= 0 ? USUAL : Math.min(limit, MOST);
        Page<StatementLine> page = ledger.statement(wallet.account(), after, count);
        String unit = wallet.balance().currency();
        List<Line> lines =
                page.items().stream().map(line -> Line.of(line, unit)).toList();
        return new Page<>(lines, page.after());
    }

    /**
     * A line of a statement.
     *
     * @param document the journal's own words, as a JSON text
     */
    public record Line(
            UUID journalId, int line, String kind, Instant occurredAt, Money amount, Money balance, String document) {

        static Line of(StatementLine line, String currency) {
            return new Line(
                    line.journalId(),
                    line.line(),
                    line.kind(),
                    line.occurredAt(),
                    Money.of(line.amount(), currency),
                    Money.of(line.balance(), currency),
                    line.document());
        }
    }
}
