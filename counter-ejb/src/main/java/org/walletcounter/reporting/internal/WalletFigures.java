package org.walletcounter.reporting.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.members.MemberView;

/**
 * A member's wallet over a span, oldest line first, with what was there before and after. The running balance is the
 * ledger's own, in the order in which it was booked.
 */
class WalletFigures implements Figures {

    private static final int PAGE = 500;
    private static final Pattern SALE = Pattern.compile("\"sale\":\"([^\"\\\\]+)\"");

    private final ReportScope scope;
    private final MemberView member;
    private final ResourceBundle texts;
    private final Typeface face;
    private final List<StatementLine> lines = new ArrayList<>();
    private long opening;
    private boolean beforeTheSpan;

    WalletFigures(ReportScope scope, MemberView member, ResourceBundle texts, Typeface face) {
        this.scope = scope;
        this.member = member;
        this.texts = texts;
        this.face = face;
    }

    /** Reads the account from its newest line back to the first that lies before the span. */
    WalletFigures read(Statement ledger, AccountId wallet) {
        String after = null;
        do {
            Page<StatementLine> page = ledger.page(wallet, after, PAGE);
            page.items().forEach(this::take);
            after = page.after();
        } while (after != null && !beforeTheSpan);
        Collections.reverse(lines);
        return this;
    }

    private void take(StatementLine line) {
        Instant start = scope.from().atStartOfDay(scope.merchant().zone()).toInstant();
        Instant end =
                scope.to().plusDays(1).atStartOfDay(scope.merchant().zone()).toInstant();
        Instant booked = Ids.momentOf(line.journalId());
        if (booked.isBefore(start)) {
            if (!beforeTheSpan && lines.isEmpty()) {
                opening = line.balance();
            }
            beforeTheSpan = true;
        } else if (booked.isBefore(end)) {
            lines.add(line);
            opening = line.balance() - line.amount();
        } else if (lines.isEmpty()) {
            opening = line.balance() - line.amount();
        }
    }

    @Override
    public Map<String, Object> parameters() {
        long in = lines.stream()
                .mapToLong(StatementLine::amount)
                .filter(amount -> amount > 0)
                .sum();
        long out = lines.stream()
                .mapToLong(StatementLine::amount)
                .filter(amount -> amount < 0)
                .sum();
        Map<String, Object> wallet = new HashMap<>();
        wallet.put("member", face.printable(member.name()));
        wallet.put("code", member.code());
        wallet.put("lines", lines.size());
        wallet.put("opening", decimal(opening));
        wallet.put("in", decimal(in));
        wallet.put("out", decimal(out));
        wallet.put("closing", decimal(opening + in + out));
        return Map.of("wallet", wallet);
    }

    @Override
    public boolean longerThan(int most) {
        return lines.size() > most;
    }

    @Override
    public JRDataSource rows() {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (StatementLine line : lines) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("moment", scope.moment(line.occurredAt()));
            row.put("sortable", scope.sortable(line.occurredAt()));
            row.put("what", kind(line.kind()));
            row.put("reference", face.printable(reference(line)));
            row.put("amount", decimal(line.amount()));
            row.put("balance", decimal(line.balance()));
            rows.add(row);
        }
        return new JRMapCollectionDataSource(rows);
    }

    /** The sale's number, which people know from their receipt; else the booking's own. */
    private static String reference(StatementLine line) {
        Matcher sale = SALE.matcher(line.document());
        return sale.find() ? sale.group(1) : line.journalId().toString();
    }

    private String kind(String kind) {
        String key = "kind." + kind;
        return texts.containsKey(key) ? texts.getString(key) : kind;
    }

    private Object decimal(long minor) {
        return Money.of(minor, scope.currency()).toDecimal();
    }

    @Override
    public void close() {
        // Nothing is held open: the ledger's door gave whole pages.
    }

    /** The ledger's statement of an account: newest first, page by page. */
    @FunctionalInterface
    interface Statement {

        /** A page; the first one without a cursor. */
        Page<StatementLine> page(AccountId account, @Nullable String after, int limit);
    }
}
