package org.walletcounter.web.console.results;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.walletcounter.reporting.Uplift;
import org.walletcounter.reporting.Uplift.Kind;
import org.walletcounter.reporting.Uplift.Measure;
import org.walletcounter.reporting.Uplift.Verdict;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Show;

/** Says an uplift in plain words. */
@Named("upliftWords")
@RequestScoped
public class UpliftWords {

    private static final int BASIS_POINT_DIGITS = 4;
    private static final int PER = 1000;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    /** What can be said of a measure, as a sentence. */
    public String sentence(Measure measure) {
        Uplift.Change change = measure.change();
        if (measure.verdict() == Verdict.TOO_FEW) {
            return show.text("uplift.tooFew", Uplift.FEWEST_BUYERS);
        }
        if (change == null) {
            return show.text(
                    key(measure, "absolute"),
                    value(measure.kind(), Math.abs(measure.difference())),
                    value(measure.kind(), measure.low()),
                    value(measure.kind(), measure.high()));
        }
        return switch (measure.verdict()) {
            case MORE -> show.text("uplift.more", share(change.about()), share(change.low()), share(change.high()));
            case LESS -> show.text("uplift.less", share(-change.about()), share(-change.high()), share(-change.low()));
            case UNCLEAR, TOO_FEW -> show.text("uplift.unclear", signed(change.low()), signed(change.high()));
        };
    }

    private static String key(Measure measure, String how) {
        return "uplift." + how + "." + measure.verdict().name().toLowerCase(Locale.ROOT);
    }

    /** A measure's value per thousand members. */
    public String value(Kind kind, long value) {
        return kind == Kind.TURNOVER || kind == Kind.MARGIN
                ? show.minor(value, console.getMerchant().currency())
                : show.number(value);
    }

    /** The interval of a measure's difference; a dash where nothing can be told. */
    public String interval(Measure measure) {
        return measure.verdict() == Verdict.TOO_FEW
                ? "–"
                : show.text(
                        "uplift.between", value(measure.kind(), measure.low()), value(measure.kind(), measure.high()));
    }

    /** A relative change with its sign. */
    public String change(Uplift.@Nullable Change change) {
        return change == null ? "–" : signed(change.about());
    }

    private String signed(long basisPoints) {
        return (basisPoints > 0 ? "+" : "") + share(basisPoints);
    }

    /** Basis points in per cent, with one decimal below ten per cent. */
    public String share(long basisPoints) {
        NumberFormat format = NumberFormat.getPercentInstance(console.getLocale());
        format.setMaximumFractionDigits(Math.abs(basisPoints) < PER ? 1 : 0);
        return format.format(BigDecimal.valueOf(basisPoints, BASIS_POINT_DIGITS))
                .replace('-', '−');
    }
}
