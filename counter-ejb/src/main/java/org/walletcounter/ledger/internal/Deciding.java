package org.walletcounter.ledger.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;

/**
 * Decides the journals of a batch one after the other, in memory. The rules stand in {@link Rules}; here is what happens
 * when none of them objects. A refused journal changes nothing of the scene.
 */
final class Deciding {

    private final Scene scene;
    private final List<Rule> rules;

    Deciding(Scene scene, List<Rule> rules) {
        this.scene = scene;
        this.rules = rules;
    }

    void decide(Entry entry) {
        UUID once = entry.once();
        if (once != null && !scene.firstTime().remove(once)) {
            entry.decide(new Outcome.Repeated());
            return;
        }
        Outcome.Refused refusal = firstObjection(entry);
        entry.decide(refusal == null ? accept(entry) : refusal);
    }

    private Outcome.@Nullable Refused firstObjection(Entry entry) {
        for (Rule rule : rules) {
            Outcome.Refused refusal = rule.objection(entry, scene);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private Outcome accept(Entry entry) {
        scene.taken().addAll(entry.claims().keySet());
        confirmHolds(entry);
        Map<AccountId, Long> balances = new LinkedHashMap<>();
        entry.nets().forEach((id, net) -> {
            LockedAccount account = scene.accounts().get(id);
            giveBack(entry.journal().facts().reverses(), id, net);
            if (account != null && account.constrained()) {
                move(account, net, entry.journal().facts());
                balances.put(new AccountId(id), account.balance());
            }
        });
        UUID id = entry.journal().id();
        return new Outcome.Posted(id, Ids.momentOf(id), balances);
    }

    private static void move(LockedAccount account, long net, Journal.Facts facts) {
        if (facts.recovers()) {
            account.recover(net);
        } else {
            account.move(net, facts.businessDay());
        }
    }

    private void giveBack(@Nullable UUID reversed, Long account, long net) {
        scene.reversible(reversed, account)
                .ifPresent(amount -> scene.reversible()
                        .getOrDefault(reversed, new HashMap<>())
                        .put(account, amount.after(net)));
    }

    private void confirmHolds(Entry entry) {
        Map<Long, Long> needed = new HashMap<>();
        for (UUID id : entry.journal().facts().confirms()) {
            LockedHold hold = scene.holds().get(id);
            LockedAccount account = hold == null ? null : scene.accounts().get(hold.account());
            if (hold != null && account != null) {
                long open = needed.computeIfAbsent(
                        hold.account(), a -> -entry.nets().getOrDefault(a, 0L));
                needed.put(
                        hold.account(),
                        open - hold.confirm(open, entry.journal().id()));
                account.unhold(hold.amount());
            }
        }
    }
}
