package org.walletcounter.kernel;

/**
 * Somebody used a right that not everybody has: a refund, a limit changed, staff hired, a parameter set. Fired inside the
 * transaction of the act; the audit trail writes it down in that same transaction, so that neither is there without the
 * other.
 *
 * @param act what was done, as in "payment.refunded"
 * @param subject what it was done to, as in "payment:0192…"
 * @param detail more about it; no personal data and no secret
 */
public record PrivilegedAct(Actor actor, String act, String subject, String detail) implements DomainEvent {}
