package org.walletcounter.transactions.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;
import org.walletcounter.transactions.CheckoutQuote;
import org.walletcounter.transactions.CheckoutRequest;
import org.walletcounter.transactions.PaymentAnswer;
import org.walletcounter.transactions.PaymentQuery;
import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.RefundCalculation;
import org.walletcounter.transactions.RefundRequest;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.TopUpRequest;
import org.walletcounter.transactions.TopUpView;
import org.walletcounter.transactions.Transactions;

/** The door to payments. */
@Stateless
@RolesAllowed({"cashier", "manager", "administrator"})
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // the door's own types
public class TransactionsBean implements Transactions {

    @Resource
    SessionContext session;

    @Inject
    Admission admission;

    @Inject
    PreparingPayments preparing;

    @Inject
    TakingPayments taking;

    @Inject
    QuotingSales quoting;

    @Inject
    GivingBack givingBack;

    @Inject
    ToppingUp toppingUp;

    @Inject
    FindingPayments finding;

    /**
     * The key is looked up only where it must be, that is when the ledger says that it was used, or when the request would
     * now be refused (a code that has run out since, a price that has changed): a payment that goes through at once pays
     * nothing for it.
     */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CompletionStage<PaymentAnswer> pay(Actor actor, CommandKey key, PaymentRequest request) {
        return admission.admit(() -> paid(actor, key, request));
    }

    private CompletionStage<PaymentAnswer> paid(Actor actor, CommandKey key, PaymentRequest request) {
        CompletionStage<Attempt> attempt;
        try {
            attempt = preparing.prepare(actor, key, request);
        } catch (CounterException refusal) {
            attempt = CompletableFuture.failedStage(refusal);
        }
        return attempt.handle((ready, refusal) -> refusal == null ? taking.take(ready) : taking.again(key, refusal))
                .thenCompose(stage -> stage);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CheckoutQuote quote(Actor actor, CheckoutRequest request) {
        return quoting.quote(actor, request);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public RefundCalculation calculate(Actor actor, RefundRequest request) {
        RefundCalculation calculation = givingBack.calculate(actor, request);
        session.setRollbackOnly();
        return calculation;
    }

    @Override
    public RefundView refund(Actor actor, RefundRequest request) {
        return givingBack.refund(actor, request);
    }

    @Override
    public PaymentView cancel(Actor actor, UUID paymentId, String reason, @Nullable UUID tillId) {
        return givingBack.cancel(actor, paymentId, reason, tillId);
    }

    @Override
    public TopUpView topUp(Actor actor, TopUpRequest request) {
        return toppingUp.topUp(actor, request);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public PaymentView payment(Actor actor, UUID id) {
        return finding.payment(actor, id);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<PaymentView> ofSale(Actor actor, String saleNumber) {
        return finding.ofSale(actor, saleNumber);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<PaymentView> find(Actor actor, PaymentQuery query) {
        return finding.find(actor, query);
    }

    @Override
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<PaymentView> receipt(String token) {
        return finding.receipt(token);
    }
}
