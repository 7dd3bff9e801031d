package org.walletcounter.ledger.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as the writer has it in hand: a constrained one is locked and its row is written back once after the batch.
 * Of a free one only the terms matter here. Not thread-safe.
 */
final class LockedAccount {

    private final Terms terms;
    private final Caps caps;
    private final Map<LocalDate, Long> outByDay = new HashMap<>();

    /** The newest day on which anything had left it when it was locked: after it nothing had, whatever the batch moves. */
    private final LocalDate lockedOutDay;

    private LocalDate outDay;
    private long balance;
    private long held;
    private boolean changed;

    LockedAccount(Terms terms, Caps caps, Standing standing) {
        this.terms = terms;
        this.caps = caps;
        this.balance = standing.balance();
        this.held = standing.held();
        this.lockedOutDay = standing.outDay();
        this.outDay = standing.outDay();
        outByDay.put(standing.outDay(), standing.outToday());
    }

    /** What never changes, and whether it is frozen. */
    record Terms(
            long id, UUID merchantId, String unit, @Nullable Long floor, boolean frozen) {}

    /** The most that may leave it. */
    record Caps(@Nullable Long single, @Nullable Long daily) {}

    /** What the row says. */
    record Standing(long balance, long held, LocalDate outDay, long outToday) {}

    Terms terms() {
        return terms;
    }

    Caps caps() {
        return caps;
    }

    boolean constrained() {
        return terms.floor() != null;
    }

    long balance() {
        return balance;
    }

    long held() {
        return held;
    }

    /** What can be spent or held. */
    long available() {
        return terms.floor() == null ? Long.MAX_VALUE : balance - held - terms.floor();
    }

    /** What has left it on a day, or null if the day is past and must be looked up in the book. */
    @Nullable
    Long outOn(LocalDate day) {
        Long known = outByDay.get(day);
        return known == null && day.isAfter(lockedOutDay) ? Long.valueOf(0) : known;
    }

    /** What may still leave it on a day whose sum is known, beside what is held; null without a cap for the day. */
    @Nullable
    Long leftOn(LocalDate day) {
        Long cap = caps.daily();
        Long before = outOn(day);
        if (cap == null) {
            return null;
        }
        return before == null ? 0 : Math.max(0, cap - before - held);
    }

    void knowOutOn(LocalDate day, long amount) {
        outByDay.put(day, amount);
    }

    /** The newest day on which anything left it. */
    LocalDate outDay() {
        return outDay;
    }

    /** What left it on that day. */
    long outToday() {
        return outByDay.getOrDefault(outDay, 0L);
    }

    /** Moves an amount, and counts it for the day if it leaves. */
    void move(long amount, LocalDate day) {
        balance = Math.addExact(balance, amount);
        changed = true;
        Long before = outOn(day);
        if (amount < 0 && before != null) {
            outByDay.put(day, Math.subtractExact(before, amount));
            outDay = day.isAfter(outDay) ? day : outDay;
        }
    }

    /** Moves an amount that counts for no day: it takes back what was given. */
    void recover(long amount) {
        balance = Math.addExact(balance, amount);
        changed = true;
    }

    /** Gives a held amount free. */
    void unhold(long amount) {
        held -= amount;
        changed = true;
    }

    boolean changed() {
        return changed;
    }
}
