package org.walletcounter.web.console.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Campaigns.CalendarEntry;
import org.walletcounter.promotions.Terms;

class MonthSheetTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Test
    void a_month_begins_on_the_monday_before_it_and_fills_whole_weeks() {
        MonthSheet sheet = MonthSheet.of(NOVEMBER, List.of(), SHANGHAI);
        assertThat(sheet.weeks()).hasSize(6);
        assertThat(sheet.weeks().get(0).days().get(0)).isEqualTo(LocalDate.of(2026, 10, 26));
    }

    @Test
    void a_campaign_stands_on_the_days_of_the_merchants_zone_and_its_end_is_not_one_of_them() {
        MonthSheet sheet =
                MonthSheet.of(NOVEMBER, List.of(entry("2026-11-03T16:00:00Z", "2026-11-05T16:00:00Z")), SHANGHAI);
        List<MonthSheet.Piece> lane = sheet.weeks().get(1).lanes().get(0);
        assertThat(lane).extracting(MonthSheet.Piece::days).containsExactly(2, 2, 3);
        assertThat(lane.get(1).bars()).singleElement().matches(bar -> bar.begins() && bar.ends());
    }

    @Test
    void campaigns_of_the_same_days_stand_in_lanes_of_their_own_and_every_lane_is_a_week_wide() {
        MonthSheet sheet = MonthSheet.of(
                NOVEMBER,
                List.of(
                        entry("2026-10-01T00:00:00Z", null),
                        entry("2026-11-03T00:00:00Z", "2026-11-04T00:00:00Z"),
                        entry("2026-11-06T00:00:00Z", "2026-11-07T00:00:00Z")),
                SHANGHAI);
        assertThat(sheet.weeks().get(1).lanes()).hasSize(2);
        assertThat(sheet.weeks())
                .flatExtracting(MonthSheet.Week::lanes)
                .allMatch(lane -> lane.stream().mapToInt(MonthSheet.Piece::days).sum() == 7);
    }

    private static CalendarEntry entry(String from, @Nullable String until) {
        CampaignDraft content = new CampaignDraft(
                Terms.of("One", "CNY", new Benefit.AmountOff(1)),
                Instant.parse(from),
                until == null ? null : Instant.parse(until),
                CampaignDraft.Limits.NONE);
        return new CalendarEntry(
                new CampaignView(
                        UUID.randomUUID(),
                        1,
                        CampaignView.State.LIVE,
                        content,
                        "staff:1",
                        null,
                        Instant.EPOCH,
                        null,
                        List.of()),
                List.of());
    }
}
