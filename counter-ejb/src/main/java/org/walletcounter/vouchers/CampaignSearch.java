package org.walletcounter.vouchers;

import org.jspecify.annotations.Nullable;

/**
 * Which campaigns are looked for.
 *
 * @param text a part of the code or of the name in either language; empty for any
 * @param state null for any
 */
public record CampaignSearch(String text, CampaignView.@Nullable State state) {

    /** All of them. */
    public static final CampaignSearch ALL = new CampaignSearch("", null);
}
