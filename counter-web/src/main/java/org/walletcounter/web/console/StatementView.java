package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.WalletView;
import org.walletcounter.merchants.Merchants;

/** A wallet's statement with its running balance, page by page, and the member's latest top-ups. */
@Named("statementView")
@RequestScoped
@AnswersRefusals
public class StatementView {

    private static final int LIMIT = 20;
    private static final int LOOKED_THROUGH = 200;
    private static final int TOP_UPS = 6;
    private static final int DAYS_PRINTED = 90;

    @Inject
    private Members members;

    @Inject
    private Ledger ledger;

    @Inject
    private Merchants merchants;

    @Inject
    private Clock clock;

    @Inject
    private ConsoleSession console;

    private @Nullable UUID id;
    private @Nullable WalletView wallet;
    private Trail trail = Trail.START;
    private List<StatementLine> lines = List.of();
    private List<StatementLine> topUps = List.of();

    /** Reads the first wallet's page of the statement. */
    public void load() {
        if (id != null) {
            MemberView member = members.member(console.getActor(), id);
            wallet = member.wallets().isEmpty() ? null : member.wallets().get(0);
            read(wallet);
        }
    }

    private void read(@Nullable WalletView shown) {
        if (shown != null) {
            Page<StatementLine> page = ledger.statement(shown.account(), trail.cursor(), LIMIT);
            lines = page.items();
            trail = trail.leadingTo(page.after());
            topUps = topUpsOf(shown);
        }
    }

    private List<StatementLine> topUpsOf(WalletView shown) {
        return ledger.statement(shown.account(), null, LOOKED_THROUGH).items().stream()
                .filter(line -> "top-up".equals(line.kind()))
                .limit(TOP_UPS)
                .toList();
    }

    public @Nullable WalletView getWallet() {
        return wallet;
    }

    /** The business day it is now: the last of a printed statement. */
    public LocalDate getToday() {
        return merchants.businessDay(console.getActor().merchantId(), clock.instant());
    }

    /** The first day of a printed statement. */
    public LocalDate getFirstDay() {
        return getToday().minusDays(DAYS_PRINTED);
    }

    public List<StatementLine> getLines() {
        return lines;
    }

    public List<StatementLine> getTopUps() {
        return topUps;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    /** Whose statement, as it goes on in an address. */
    public String getQuery() {
        return Address.of("id", id).text();
    }

    public Trail getPath() {
        return trail;
    }

    public String getTrail() {
        return trail.text();
    }

    public void setTrail(@Nullable String walked) {
        trail = Trail.of(walked);
    }
}
