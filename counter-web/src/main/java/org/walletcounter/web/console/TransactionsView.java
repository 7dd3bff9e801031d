package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Page;
import org.walletcounter.transactions.PaymentQuery;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.Transactions;

/** The list of payments. What is asked for stands in the address, so that a list can be kept and sent. */
@Named("transactionsView")
@RequestScoped
@AnswersRefusals
public class TransactionsView {

    private static final int LIMIT = 25;

    @Inject
    private Transactions transactions;

    @Inject
    private ConsoleSession console;

    private @Nullable String text;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable PaymentState state;
    private @Nullable TenderKind tender;
    private Trail trail = Trail.START;
    private @Nullable Page<PaymentView> page;

    /** Finds the page of payments that the address asks for. */
    public void load() {
        PaymentQuery query = new PaymentQuery(
                from, to, console.getStoreId(), null, null, state, tender, text, trail.cursor(), LIMIT);
        page = transactions.find(console.getActor(), query);
        trail = trail.leadingTo(page.after());
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return text != null || from != null || to != null || state != null || tender != null;
    }

    /** What narrows the list, as it goes on in an address. */
    public String getQuery() {
        return Address.of("text", text)
                .and("from", from)
                .and("to", to)
                .and("state", state)
                .and("tender", tender)
                .text();
    }

    public @Nullable Page<PaymentView> getPage() {
        return page;
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

    public PaymentState[] getStates() {
        return PaymentState.values();
    }

    public TenderKind[] getTenders() {
        return TenderKind.values();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }

    public @Nullable PaymentState getState() {
        return state;
    }

    public void setState(@Nullable PaymentState state) {
        this.state = state;
    }

    public @Nullable TenderKind getTender() {
        return tender;
    }

    public void setTender(@Nullable TenderKind tender) {
        this.tender = tender;
    }
}
