package org.walletcounter.loyalty;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is given for points (积分礼品).
 *
 * @param id null for one that is to be made
 * @param points what one costs
 * @param stock how many there are; a balance on the ledger, changed with {@link Gifts#stock} only
 */
public record Gift(
        @Nullable UUID id,
        UUID programmeId,
        String code,
        String nameEn,
        String nameZh,
        long points,
        boolean active,
        long stock) {}
