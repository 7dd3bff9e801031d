package org.walletcounter.transactions.internal;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.TransactionError;

/** The form of a request, checked in the order of {@link TransactionError}. */
final class PaymentRules {

    private static final Pattern SALE_NUMBER = Pattern.compile("[\\p{L}\\p{N}._/:-]{1,64}");
    private static final Set<String> REASONS =
            Set.of("returned", "damaged", "wrong-item", "overcharged", "goodwill", "other");
    private static final int MOST_TENDERS = 10;

    private PaymentRules() {}

    /** What can be said before the basket is priced. */
    static void requireAmount(PaymentRequest request, String currency) {
        requireSaleNumber(request.saleNumber());
        if (request.wish() == null || !request.amount().isZero()) {
            requireMoney("amount", request.amount(), currency);
        }
        for (int i = 0; i < request.tenders().size(); i++) {
            requireCurrency(request.tenders().get(i), "tenders[" + i + "]", currency);
        }
    }

    /** What can be said once the basket has its total. */
    static void requireTenders(PaymentRequest request, Money total) {
        if (!total.equals(request.amount())) {
            throw CounterException.at("amount", TransactionError.AMOUNT_IS_NOT_TOTAL, total);
        }
        requireSum(request.tenders(), request.amount().minor());
        for (int i = 0; i < request.tenders().size(); i++) {
            Tender tender = request.tenders().get(i);
            Money received = tender.received();
            if (received != null && received.minor() < tender.paid().minor()) {
                throw CounterException.at("tenders[" + i + "].received", TransactionError.CASH_TOO_LITTLE);
            }
        }
        if (request.shown() == null) {
            requireNothingOfAMember(request);
        }
    }

    private static void requireNothingOfAMember(PaymentRequest request) {
        if (paysFromWallet(request)) {
            throw CounterException.at("shown", TransactionError.NO_PAYER);
        }
        if (request.wish() != null && request.wish().points() > 0) {
            throw CounterException.at("shown", TransactionError.POINTS_NEED_PAYER);
        }
    }

    static void requireSaleNumber(String saleNumber) {
        if (!SALE_NUMBER.matcher(saleNumber).matches()) {
            throw CounterException.at("saleNumber", TransactionError.SALE_NUMBER_INVALID);
        }
    }

    /** An amount above zero and not beyond what is paid at once, in the merchant's currency. */
    static void requireMoney(String field, Money amount, String currency) {
        if (!amount.isPositive()) {
            throw CounterException.at(field, TransactionError.AMOUNT_NOT_POSITIVE);
        }
        if (amount.minor() > Money.MOST_AT_ONCE) {
            throw CounterException.at(field, TransactionError.AMOUNT_TOO_LARGE);
        }
        if (!amount.currency().equals(currency)) {
            throw CounterException.at(field, TransactionError.CURRENCY_MISMATCH, currency);
        }
    }

    static void requireReason(String reason) {
        if (!REASONS.contains(reason)) {
            throw CounterException.at("reason", TransactionError.REASON_INVALID);
        }
    }

    private static boolean paysFromWallet(PaymentRequest request) {
        return request.tenders().stream().anyMatch(tender -> tender.kind() == TenderKind.WALLET);
    }

    private static void requireCurrency(Tender tender, String field, String currency) {
        if (tender.kind() == TenderKind.HISTORICAL) {
            throw CounterException.at(field + ".kind", KernelError.FIELD_INVALID, field + ".kind");
        }
        Money received = tender.received();
        if (!tender.amount().currency().equals(currency)
                || (received != null && !received.currency().equals(currency))) {
            throw CounterException.at(field, TransactionError.CURRENCY_MISMATCH, currency);
        }
    }

    private static void requireSum(List<Tender> tenders, long amount) {
        if (tenders.size() > MOST_TENDERS) {
            throw CounterException.at("tenders", TransactionError.TENDERS_DO_NOT_SUM);
        }
        long rest = amount;
        for (Tender tender : tenders) {
            long part = tender.amount().minor();
            if (part <= 0 || part > rest) {
                throw CounterException.at("tenders", TransactionError.TENDERS_DO_NOT_SUM);
            }
            rest -= part;
        }
        if (rest != 0) {
            throw CounterException.at("tenders", TransactionError.TENDERS_DO_NOT_SUM);
        }
    }
}
