package org.walletcounter.kernel;

/**
 * What a command was answered, kept under its key.
 *
 * @param status the HTTP status delivery sent
 * @param body the exact text that was sent
 * @param replayed whether this is the first answer given again
 */
public record Answer(int status, String body, boolean replayed) {}
