package org.walletcounter.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.audit.AuditTrail;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.JournalView;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.RefundRequest;
import org.walletcounter.transactions.RefundView;
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
    private transient @Nullable Money amount;
    private @Nullable String reason;
    private @Nullable String note;

    /** Reads the payment as it stands, before each showing. */
    public void load() {
        if (id != null) {
            payment = transactions.payment(console.getActor(), id);
            journals = Booked.journalsOf(payment, ledger);
            acts = console.may("audit") ? auditTrail.of(console.getActor(), "payment:" + id) : List.of();
        }
    }

    /** Gives money back and shows the payment as it stands then. */
    public @Nullable String refund() {
        Money part = "whole".equals(extent) ? null : amount;
        RefundRequest request = new RefundRequest(requireNonNull(id), part, String.valueOf(reason), note);
        RefundView refund = transactions.refund(console.getActor(), request);
        messages.done("refund.done", show.money(refund.amount()));
        return again();
    }

    /** Calls the whole payment back. */
    public @Nullable String cancel() {
        transactions.cancel(console.getActor(), requireNonNull(id), String.valueOf(reason));
        messages.done("cancel.done");
        return again();
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

    /** Whether money can still be given back. */
    public boolean isRefundable() {
        return payment != null
                && payment.state() == PaymentState.SUCCEEDED
                && payment.amount().compareTo(payment.refunded()) > 0;
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
