package org.walletcounter.sandbox;

import java.time.Instant;

/**
 * A text message that the SMS centre has taken.
 *
 * @param parts how many segments it came in
 */
record Sms(long number, Instant at, String from, String phone, String text, int parts) {}
