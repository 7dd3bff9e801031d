package org.walletcounter.reporting.internal.uplift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.walletcounter.promotions.CampaignView;

/** The days asked for on which the campaign ran. */
record Days(LocalDate from, LocalDate to) {

    static Days of(UpliftQuery.Asked asked, List<CampaignView> approved) {
        ZoneId zone = asked.merchant().zone();
        LocalDate first = approved.stream()
                .map(each -> day(each.content().from(), zone))
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = approved.stream()
                .map(each -> last(each, zone))
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new Days(
                asked.from().isBefore(first) ? first : asked.from(), asked.to().isAfter(last) ? last : asked.to());
    }

    /** The day of the last moment at which a version was on. Its own end is the first moment at which it is not. */
    private static LocalDate last(CampaignView version, ZoneId zone) {
        Instant until = version.content().until();
        Instant ended = version.state() == CampaignView.State.ENDED ? version.changedAt() : Instant.MAX;
        if (until != null && !until.isAfter(ended)) {
            return day(until.minusNanos(1), zone);
        }
        return ended.equals(Instant.MAX) ? LocalDate.MAX : day(ended, zone);
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }
}
