package org.walletcounter.transactions.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;
import org.walletcounter.transactions.DeniedToken;
import org.walletcounter.transactions.Tap;
import org.walletcounter.transactions.TapAnswer;
import org.walletcounter.transactions.Taps;
import org.walletcounter.transactions.TransactionError;

/** The door for gates. */
@Stateless
@RolesAllowed({"cashier", "manager", "administrator"})
public class TapsBean implements Taps {

    @Inject
    Admission admission;

    @Inject
    TakingTaps taking;

    @Inject
    TapRecords records;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CompletionStage<List<TapAnswer>> take(Actor actor, List<Tap> taps) {
        if (!actor.isMachine()) {
            throw new CounterException(TransactionError.NOT_A_GATE);
        }
        return admission.admit(() -> taking.take(actor, taps));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public TapAnswer tap(Actor actor, UUID id) {
        return Optional.ofNullable(records.earlier(actor, List.of(id)).get(id))
                .map(TapRecords.Earlier::answer)
                .orElseThrow(() -> new CounterException(TransactionError.NO_SUCH_TAP, id));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<DeniedToken> denied(Actor actor, @Nullable String after, int limit) {
        return records.denied(actor, after, limit);
    }
}
