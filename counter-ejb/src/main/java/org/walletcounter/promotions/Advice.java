package org.walletcounter.promotions;

import java.util.UUID;

/**
 * What a little more would save (凑单提示): add goods for {@code add}, and {@code save} comes off that does not now.
 *
 * @param id the promotion or voucher holding that would give it
 * @param names what people call it
 * @param of which goods count, of which so much more is to be bought; not always those that become cheaper
 * @param add in minor units
 * @param save in minor units
 */
public record Advice(UUID id, Terms.Names names, Selection of, long add, long save) {}
