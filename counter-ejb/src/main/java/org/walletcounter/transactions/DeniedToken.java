package org.walletcounter.transactions;

import java.time.Instant;
import java.util.UUID;

/**
 * A card or phone that gates turn away (黑名单), because its wallet could not pay a fare and still cannot.
 *
 * @param kind "card" or "device"
 * @param token for a card, the SHA-256 in hexadecimal of merchant, colon and card number; for a phone, its device number as
 *     it stands in every payment code
 * @param memberId whose it is
 * @param since when it was first refused
 */
public record DeniedToken(String kind, String token, UUID memberId, Instant since) {}
