package org.walletcounter.merchants;

import java.util.UUID;

/** A store (门店) of a merchant. */
public record StoreView(
        UUID id, UUID merchantId, String code, String nameEn, String nameZh, String address, boolean open) {

    /** The name in a language: Chinese for "zh", else English. */
    public String name(String language) {
        return language.startsWith("zh") ? nameZh : nameEn;
    }
}
