package org.walletcounter.web.console.vouchers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.vouchers.ClearingStatement;
import org.walletcounter.vouchers.VoucherCampaigns;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;

/** What the house and its partners owe each other for vouchers of some business days; of this month where nobody says. */
@Named("voucherClearingView")
@RequestScoped
@AnswersRefusals
public class VoucherClearingView {

    @Inject
    private VoucherCampaigns campaigns;

    @Inject
    private Merchants merchants;

    @Inject
    private Clock clock;

    @Inject
    private ConsoleSession console;

    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable ClearingStatement statement;

    /** Reads the statement. */
    public void load() {
        LocalDate today = merchants.businessDay(console.getActor().merchantId(), clock.instant());
        LocalDate first = from == null ? today.withDayOfMonth(1) : from;
        LocalDate last = to == null ? (first.isAfter(today) ? first : today) : to;
        from = first;
        to = last;
        statement = campaigns.clearing(console.getActor(), first, last);
    }

    public @Nullable ClearingStatement getStatement() {
        return statement;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
