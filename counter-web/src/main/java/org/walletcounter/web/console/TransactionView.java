package org.walletcounter.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.audit.AuditTrail;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.JournalView;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.RefundCalculation;
import org.walletcounter.transactions.RefundRequest;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.Transactions;
import org.walletcounter.web.RefusalTexts;

/** One payment with all that belongs to it, and the two things that can still be done: give money back, or call it back. */
@Named("transactionView")
@ViewScoped
@AnswersRefusals
public class TransactionView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> REASONS =
            List.of("returned", "damaged", "wrong-item", "overcharged", "goodwill", "other");

    @Inject
    private Transactions transactions;

    @Inject
    private Ledger ledger;

    @Inject
    private Merchants merchants;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail auditTrail;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Show show;

    private @Nullable UUID id;
    private transient @Nullable PaymentView payment;
    private transient List<JournalView> journals = List.of();
    private transient List<AuditTrail.Entry> acts = List.of();
    private String extent = "whole";
    private List<PiecesBack> pieces = List.of();
    private transient @Nullable RefundCalculation calculation;
    private String calculated = "";
    private transient @Nullable Money amount;
    private @Nullable String reason;
    private @Nullable String note;

    /** Reads the payment as it stands, before each showing. */
    public void load() {
        if (id != null) {
            payment = transactions.payment(console.getActor(), id);
            journals = Booked.journalsOf(payment, ledger);
            PaymentView shown = payment;
            if (pieces.isEmpty()) {
                pieces = new ArrayList<>(shown.lines().stream()
                        .map(line -> new PiecesBack(line, shown.returnedOf(line.line())))
                        .toList());
            }
            acts = console.may("audit") ? auditTrail.of(console.getActor(), "payment:" + id) : List.of();
        }
    }

    /** Shows what the refund would do, before anybody confirms it. */
    public void calculate() {
        calculation = null;
        RefundRequest request = request();
        calculation = transactions.calculate(console.getActor(), request);
        calculated = request.toString();
    }

    /** Gives money back and shows the payment as it stands then; goods only after their calculation was seen. */
    public @Nullable String refund() {
        RefundRequest request = request();
        if (!request.lines().isEmpty() && !request.toString().equals(calculated)) {
            calculate();
            return null;
        }
        RefundView refund = transactions.refund(console.getActor(), request);
        messages.done("refund.done", show.money(refund.amount()));
        return again();
    }

    /** Calls the whole payment back. */
    public @Nullable String cancel() {
        transactions.cancel(console.getActor(), requireNonNull(id), String.valueOf(reason), null);
        messages.done("cancel.done");
        return again();
    }

    private RefundRequest request() {
        Money part = "part".equals(extent) ? part() : null;
        Map<Integer, Integer> lines = "goods".equals(extent) ? goods() : Map.of();
        return new RefundRequest(requireNonNull(id), part, lines, String.valueOf(reason), note);
    }

    /** What was typed as the part; a request without an amount would give back all that is left. */
    private Money part() {
        if (amount == null) {
            throw CounterException.at("amount", KernelError.FIELD_MISSING, "amount");
        }
        return amount;
    }

    private Map<Integer, Integer> goods() {
        Map<Integer, Integer> goods = new TreeMap<>();
        pieces.stream().filter(each -> each.getBack() > 0).forEach(each -> goods.put(each.getLine(), each.getBack()));
        if (goods.isEmpty()) {
            throw CounterException.at("extent", KernelError.FIELD_MISSING, "extent");
        }
        return goods;
    }

    private String again() {
        return "/console/transaction.xhtml?faces-redirect=true&id=" + id;
    }

    /** The payment, or null when there is none for this reader. */
    public @Nullable PaymentView getPayment() {
        return payment;
    }

    /** What is left to give back. */
    public @Nullable Money getLeft() {
        return payment == null ? null : payment.amount().minus(payment.refunded());
    }

    /** Whether any money is left to give back. */
    public boolean isMoneyLeft() {
        return payment != null && payment.amount().compareTo(payment.refunded()) > 0;
    }

    /** Whether money or goods can still come back: goods also where their money went back before, or none was paid. */
    public boolean isRefundable() {
        return payment != null && payment.state() == PaymentState.SUCCEEDED && (isMoneyLeft() || hasGoodsKept(payment));
    }

    /** A sale of the past may have come back in a return that names no line of it, so of its goods nobody can say. */
    private static boolean hasGoodsKept(PaymentView sale) {
        boolean past = sale.tenders().stream().anyMatch(tender -> tender.kind() == TenderKind.HISTORICAL);
        return !past && sale.lines().stream().anyMatch(line -> sale.returnedOf(line.line()) < line.quantity());
    }

    /** Whether it can be called back: on its own business day, and only before anything came back. */
    public boolean isCancellable() {
        return payment != null
                && isRefundable()
                && isToday()
                && payment.refunds().isEmpty();
    }

    /** Whether the payment belongs to the business day it is now. */
    public boolean isToday() {
        return payment != null
                && payment.businessDay().equals(merchants.businessDay(payment.merchantId(), clock.instant()));
    }

    /** The name of the store it was taken in. */
    public String getStoreName() {
        return payment == null
                ? ""
                : merchants.store(console.getActor(), payment.storeId()).name(console.getLanguage());
    }

    /** Why it was refused, in the reader's language. */
    public String getRefusal() {
        String code = payment == null ? null : payment.refusal();
        return code == null ? "" : RefusalTexts.of(code, List.of(), console.getLocale());
    }

    public List<String> getReasons() {
        return REASONS;
    }

    /** The journals of the payment and of its refunds, the payment's first. */
    public List<JournalView> getJournals() {
        return journals;
    }

    /** What the audit trail says about it. */
    public List<AuditTrail.Entry> getActs() {
        return acts;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    /** The lines of the sale with what is kept of each. */
    public List<PiecesBack> getPieces() {
        return pieces;
    }

    /** What the refund in the form would do; null until somebody has asked. */
    public @Nullable RefundCalculation getCalculation() {
        return calculation;
    }

    public String getExtent() {
        return extent;
    }

    public void setExtent(String extent) {
        this.extent = extent;
    }

    public @Nullable Money getAmount() {
        return amount;
    }

    public void setAmount(@Nullable Money amount) {
        this.amount = amount;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
