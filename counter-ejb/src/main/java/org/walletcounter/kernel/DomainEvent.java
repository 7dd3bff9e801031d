package org.walletcounter.kernel;

/** A fact that one module announces to the others: a public record in the past tense that holds ids and values. */
public interface DomainEvent {}
