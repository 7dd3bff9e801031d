package org.walletcounter.ledger.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;

/** The rules for a journal, in the order of {@link LedgerError}: the first that objects gives the answer. */
final class Rules {

    private Rules() {}

    /** Every rule under the refusal it gives; the refusals' order is the order of asking. */
    static Map<LedgerError, Rule> byRefusal() {
        Map<LedgerError, Rule> rules = new EnumMap<>(LedgerError.class);
        rules.put(LedgerError.TOO_FEW_POSTINGS, Rules::hasTwoPostings);
        rules.put(LedgerError.NO_SUCH_ACCOUNT, Rules::accountsExist);
        rules.put(LedgerError.NOT_BALANCED, Rules::balances);
        rules.put(LedgerError.NAME_TAKEN, Rules::namesAreFree);
        rules.put(LedgerError.EXCEEDS_REVERSED, Rules::givesBackNoMoreThanWasMoved);
        rules.put(LedgerError.ACCOUNT_FROZEN, Rules::nothingLeavesAFrozenAccount);
        rules.put(LedgerError.NO_SUCH_HOLD, Rules::holdsExist);
        rules.put(LedgerError.HOLD_NOT_OPEN, Rules::holdsAreOpen);
        rules.put(LedgerError.EXCEEDS_HOLD, Rules::holdsSuffice);
        rules.put(LedgerError.OVER_SINGLE_CAP, Rules::staysUnderSingleCap);
        rules.put(LedgerError.OVER_DAILY_CAP, Rules::staysUnderDailyCap);
        rules.put(LedgerError.INSUFFICIENT_FUNDS, Rules::fundsSuffice);
        return rules;
    }

    static List<Rule> all() {
        return List.copyOf(byRefusal().values());
    }

    private static Outcome.@Nullable Refused hasTwoPostings(Entry entry, Scene scene) {
        return entry.journal().postings().size() < 2 ? refused(LedgerError.TOO_FEW_POSTINGS) : null;
    }

    private static Outcome.@Nullable Refused accountsExist(Entry entry, Scene scene) {
        UUID merchant = entry.journal().scope().merchantId();
        for (Long id : entry.nets().keySet()) {
            LockedAccount account = scene.accounts().get(id);
            if (account == null || !inBookOf(merchant, account)) {
                return refused(LedgerError.NO_SUCH_ACCOUNT, id.toString());
            }
        }
        return null;
    }

    /** Money stays in its merchant's book; a voucher and its budget may be used where another merchant honours them. */
    private static boolean inBookOf(UUID merchant, LockedAccount account) {
        String unit = account.terms().unit();
        return account.terms().merchantId().equals(merchant) || unit.startsWith("VCH:") || unit.startsWith("BUD:");
    }

    private static Outcome.@Nullable Refused balances(Entry entry, Scene scene) {
        Map<String, Long> sums = new HashMap<>();
        try {
            for (Map.Entry<Long, Long> net : entry.nets().entrySet()) {
                sums.merge(account(scene, net.getKey()).terms().unit(), net.getValue(), Math::addExact);
            }
        } catch (ArithmeticException tooMuch) {
            return refused(LedgerError.NOT_BALANCED);
        }
        boolean zero = sums.values().stream().allMatch(sum -> sum == 0);
        return zero && entry.countable() ? null : refused(LedgerError.NOT_BALANCED);
    }

    private static Outcome.@Nullable Refused namesAreFree(Entry entry, Scene scene) {
        for (Map.Entry<UUID, Claim> claim : entry.claims().entrySet()) {
            if (scene.taken().contains(claim.getKey())) {
                return new Outcome.Refused(
                        claim.getValue().whenTaken(), List.of(claim.getValue().name()));
            }
        }
        return null;
    }

    private static Outcome.@Nullable Refused givesBackNoMoreThanWasMoved(Entry entry, Scene scene) {
        UUID reversed = entry.journal().facts().reverses();
        for (Map.Entry<Long, Long> net : entry.nets().entrySet()) {
            Scene.Reversible amount = scene.reversible(reversed, net.getKey()).orElse(null);
            if (amount != null && !amount.allows(net.getValue())) {
                LockedAccount account = account(scene, net.getKey());
                return refused(LedgerError.EXCEEDS_REVERSED, Amount.of(Math.abs(amount.left()), account));
            }
        }
        return null;
    }

    private static Outcome.@Nullable Refused nothingLeavesAFrozenAccount(Entry entry, Scene scene) {
        return ofPayers(
                entry, scene, (account, out) -> account.terms().frozen() ? refused(LedgerError.ACCOUNT_FROZEN) : null);
    }

    private static Outcome.@Nullable Refused holdsExist(Entry entry, Scene scene) {
        for (UUID id : entry.journal().facts().confirms()) {
            LockedHold hold = scene.holds().get(id);
            if (hold == null || entry.nets().getOrDefault(hold.account(), 0L) >= 0) {
                return refused(LedgerError.NO_SUCH_HOLD, id.toString());
            }
        }
        return null;
    }

    private static Outcome.@Nullable Refused holdsAreOpen(Entry entry, Scene scene) {
        Set<UUID> seen = new HashSet<>();
        for (UUID id : entry.journal().facts().confirms()) {
            LockedHold hold = scene.holds().get(id);
            if (hold == null || !hold.openAt(scene.now()) || !seen.add(id)) {
                return refused(LedgerError.HOLD_NOT_OPEN, id.toString());
            }
        }
        return null;
    }

    private static Outcome.@Nullable Refused holdsSuffice(Entry entry, Scene scene) {
        for (Map.Entry<Long, Long> held : heldFor(entry, scene).entrySet()) {
            long out = -entry.nets().getOrDefault(held.getKey(), 0L);
            if (out > held.getValue()) {
                LockedAccount account = account(scene, held.getKey());
                return refused(LedgerError.EXCEEDS_HOLD, Amount.of(held.getValue(), account));
            }
        }
        return null;
    }

    /** What one hold promised is not asked about again; several together are a new question. */
    private static Outcome.@Nullable Refused staysUnderSingleCap(Entry entry, Scene scene) {
        return ofPayers(entry, scene, (account, out) -> {
            Long cap = spending(entry) ? account.caps().single() : null;
            if (cap == null || out <= cap || holdsOn(account, entry, scene) == 1) {
                return null;
            }
            return refused(LedgerError.OVER_SINGLE_CAP, Amount.of(cap, account));
        });
    }

    /** What is held counts as if it had left already, so what is confirmed has been counted. */
    private static Outcome.@Nullable Refused staysUnderDailyCap(Entry entry, Scene scene) {
        LocalDate day = entry.journal().facts().businessDay();
        return ofPayers(entry, scene, (account, out) -> {
            Long cap = spending(entry) ? account.caps().daily() : null;
            Long left = account.leftOn(day);
            if (cap == null || left == null || out <= left || holdsOn(account, entry, scene) > 0) {
                return null;
            }
            return refused(LedgerError.OVER_DAILY_CAP, Amount.of(cap, account), Amount.of(left, account));
        });
    }

    /** Caps are about what people spend; what is taken back from them was never theirs to spend. */
    private static boolean spending(Entry entry) {
        return !entry.journal().facts().recovers();
    }

    /** How many holds of an account the journal confirms. */
    private static long holdsOn(LockedAccount account, Entry entry, Scene scene) {
        return entry.journal().facts().confirms().stream()
                .map(scene.holds()::get)
                .filter(hold ->
                        hold != null && hold.account() == account.terms().id())
                .count();
    }

    private static Outcome.@Nullable Refused fundsSuffice(Entry entry, Scene scene) {
        Map<Long, Long> held = heldFor(entry, scene);
        return ofPayers(entry, scene, (account, out) -> {
            long available =
                    account.available() + held.getOrDefault(account.terms().id(), 0L);
            return out > available
                    ? refused(LedgerError.INSUFFICIENT_FUNDS, Amount.of(Math.max(0, available), account))
                    : null;
        });
    }

    /** What the journal's holds set aside, per account. */
    private static Map<Long, Long> heldFor(Entry entry, Scene scene) {
        Map<Long, Long> held = new HashMap<>();
        for (UUID id : entry.journal().facts().confirms()) {
            LockedHold hold = scene.holds().get(id);
            if (hold != null) {
                held.merge(hold.account(), hold.amount(), Long::sum);
            }
        }
        return held;
    }

    /** Asks about every account that something leaves, in the order of the postings. */
    private static Outcome.@Nullable Refused ofPayers(Entry entry, Scene scene, Question question) {
        for (Map.Entry<Long, Long> net : entry.nets().entrySet()) {
            if (net.getValue() < 0) {
                Outcome.Refused refusal = question.ask(account(scene, net.getKey()), -net.getValue());
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return null;
    }

    private static LockedAccount account(Scene scene, Long id) {
        LockedAccount account = scene.accounts().get(id);
        if (account == null) {
            throw new IllegalStateException("Account " + id + " was looked for before and is gone.");
        }
        return account;
    }

    private static Outcome.Refused refused(LedgerError error, Object... arguments) {
        return new Outcome.Refused(error, List.of(arguments));
    }

    @FunctionalInterface
    private interface Question {
        Outcome.@Nullable Refused ask(LockedAccount account, long out);
    }
}
