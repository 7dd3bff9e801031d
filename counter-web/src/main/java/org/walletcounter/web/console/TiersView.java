package org.walletcounter.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.TierPreview;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.loyalty.Tiers;

/** Tiers: the rules in a form, and what they would do to the members there are before they are set. */
@Named("tiersView")
@ViewScoped
@AnswersRefusals
public class TiersView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 5;
    private static final int A_YEAR = 365;
    private static final int USUAL_KEEP = 90;
    private static final int USUAL_GRACE = 30;

    @Inject
    private Tiers tiers;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Show show;

    private TierScheme.Measure measure = TierScheme.Measure.SPEND;
    private TierScheme.Downgrade downgrade = TierScheme.Downgrade.ONE_DOWN;
    private int windowDays = A_YEAR;
    private int keepDays = USUAL_KEEP;
    private int graceDays = USUAL_GRACE;
    private List<TierForm> rows = new ArrayList<>();
    private transient @Nullable TierPreview preview;

    /** Fills the form with the rules in force, once. */
    public void load() {
        if (rows.isEmpty()) {
            Optional<TierScheme> scheme = tiers.scheme(console.getActor());
            scheme.ifPresent(this::take);
            while (rows.size() < ROWS) {
                rows.add(new TierForm());
            }
        }
    }

    private void take(TierScheme scheme) {
        measure = scheme.measure();
        downgrade = scheme.downgrade();
        windowDays = scheme.windowDays();
        keepDays = scheme.keepDays();
        graceDays = scheme.graceDays();
        rows = new ArrayList<>(scheme.tiers().stream()
                .map(tier -> TierForm.of(tier, this::written))
                .toList());
    }

    /** Shows what the form would do. */
    public void tryOut() {
        preview = tiers.preview(console.getActor(), scheme());
    }

    /** Sets what the form holds. */
    public @Nullable String save() {
        TierScheme saved = tiers.save(console.getActor(), scheme());
        messages.done("tiers.saved", saved.version());
        return "/console/tiers.xhtml?faces-redirect=true";
    }

    private TierScheme scheme() {
        return new TierScheme(
                measure,
                windowDays,
                keepDays,
                graceDays,
                downgrade,
                0,
                rows.stream()
                        .filter(TierForm::isThere)
                        .map(row -> row.tier(this::read))
                        .toList());
    }

    /** A threshold as people write it: money where spending is measured, else a number. */
    private String written(long threshold) {
        return measure == TierScheme.Measure.SPEND
                ? Money.of(threshold, console.getMerchant().currency())
                        .toDecimal()
                        .toPlainString()
                : Long.toString(threshold);
    }

    private long read(String threshold) {
        String figures = Figures.withoutGroups(threshold);
        try {
            return measure == TierScheme.Measure.SPEND
                    ? Money.parse(figures, console.getMerchant().currency()).minor()
                    : Long.parseLong(figures);
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw new CounterException(KernelError.FIELD_INVALID, threshold);
        }
    }

    /** What was measured of a member, as people read it. */
    public String measured(long value) {
        return measure == TierScheme.Measure.SPEND
                ? show.minor(value, console.getMerchant().currency())
                : show.number(value);
    }

    public @Nullable TierPreview getPreview() {
        return preview;
    }

    public List<TierForm> getRows() {
        return rows;
    }

    public TierScheme.Measure[] getMeasures() {
        return TierScheme.Measure.values();
    }

    public TierScheme.Downgrade[] getDowngrades() {
        return TierScheme.Downgrade.values();
    }

    public TierScheme.Measure getMeasure() {
        return measure;
    }

    public void setMeasure(TierScheme.Measure measure) {
        this.measure = measure;
    }

    public TierScheme.Downgrade getDowngrade() {
        return downgrade;
    }

    public void setDowngrade(TierScheme.Downgrade downgrade) {
        this.downgrade = downgrade;
    }

    public int getWindowDays() {
        return windowDays;
    }

    public void setWindowDays(int windowDays) {
        this.windowDays = windowDays;
    }

    public int getKeepDays() {
        return keepDays;
    }

    public void setKeepDays(int keepDays) {
        this.keepDays = keepDays;
    }

    public int getGraceDays() {
        return graceDays;
    }

    public void setGraceDays(int graceDays) {
        this.graceDays = graceDays;
    }
}
