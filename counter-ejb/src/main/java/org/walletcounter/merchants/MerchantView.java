package org.walletcounter.merchants;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A merchant (商户).
 *
 * @param currency the currency of its prices and books
 * @param zone where its day begins and ends
 */
public record MerchantView(UUID id, String code, String nameEn, String nameZh, String currency, ZoneId zone) {

    /** The name in a language: Chinese for "zh", else English. */
    public String name(String language) {
        return language.startsWith("zh") ? nameZh : nameEn;
    }
}
