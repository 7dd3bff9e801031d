package org.walletcounter.web.console;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.Programme;

/** What the form for a points programme holds while it is filled in. */
public class ProgrammeForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_PENDING = 14;
    private static final int USUAL_LIFE = 365;
    private static final int USUAL_STEP = 100;
    private static final int USUAL_SHARE = 50;

    /** The inputs that show the fields which a refusal may name. */
    private static final Map<String, String> INPUTS = Map.of(
            "earning.points", "points",
            "earning.perMinor", "per",
            "earning.pendingDays", "pendingDays",
            "lots.days", "days",
            "lots.returnDays", "returnDays",
            "exchange.points", "exchangePoints",
            "exchange.minor", "worth",
            "exchange.least", "least",
            "exchange.percent", "percent");

    private @Nullable UUID id;
    private String code = "";
    private String nameEn = "";
    private String nameZh = "";
    private boolean active = true;
    private Programme.Basis basis = Programme.Basis.AMOUNT;
    private long points = 1;
    private transient @Nullable Money per;
    private int pendingDays = USUAL_PENDING;
    private Programme.Expiry expiry = Programme.Expiry.AFTER_DAYS;
    private int days = USUAL_LIFE;
    private int returnDays = 30;
    private long exchangePoints = USUAL_STEP;
    private transient @Nullable Money worth;
    private long least = USUAL_STEP;
    private int percent = USUAL_SHARE;
    private @Nullable LocalDate from;
    private @Nullable LocalDate until;
    private transient List<Programme.Multiplier> multipliers = List.of();
    private @Nullable Long cap;

    /** The same refusal, at the input that shows the field. */
    static CounterException atInput(CounterException refusal) {
        String input = refusal.field() == null ? null : INPUTS.get(refusal.field());
        return input == null
                ? refusal
                : CounterException.at(
                        input, refusal.error(), refusal.arguments().toArray());
    }

    static ProgrammeForm of(Programme programme, String currency) {
        ProgrammeForm form = new ProgrammeForm();
        form.id = programme.id();
        form.code = programme.code();
        form.nameEn = programme.nameEn();
        form.nameZh = programme.nameZh();
        form.active = programme.active();
        form.basis = programme.earning().basis();
        form.points = programme.earning().points();
        form.per = form.basis == Programme.Basis.AMOUNT
                ? Money.of(programme.earning().perMinor(), currency)
                : null;
        form.pendingDays = programme.earning().pendingDays();
        form.multipliers = programme.earning().multipliers();
        form.expiry = programme.lots().expiry();
        form.days = programme.lots().days();
        form.returnDays = programme.lots().returnDays();
        form.take(programme.exchange(), currency);
        return form;
    }

    private void take(Programme.Exchange exchange, String currency) {
        exchangePoints = exchange.points();
        worth = Money.of(exchange.minor(), currency);
        least = exchange.least();
        percent = exchange.percent();
        cap = exchange.cap();
        from = exchange.from();
        until = exchange.until();
    }

    Programme programme() {
        Money off = worth;
        return new Programme(
                id,
                code,
                nameEn,
                nameZh,
                active,
                0,
                new Programme.Earning(
                        basis, points, unit(), multipliers == null ? List.of() : multipliers, pendingDays),
                new Programme.Lots(expiry, days, returnDays),
                new Programme.Exchange(
                        exchangePoints, off == null ? 0 : off.minor(), least, percent, cap, from, until));
    }

    /** The unit of an amount must be said: a point for each penny is what nobody means who leaves it out. */
    private long unit() {
        if (basis != Programme.Basis.AMOUNT) {
            return 1;
        }
        Money unit = per;
        if (unit == null) {
            throw CounterException.at("per", KernelError.FIELD_MISSING, "per");
        }
        return unit.minor();
    }

    /** Whether the programme is not there yet. */
    public boolean isNew() {
        return id == null;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(String nameZh) {
        this.nameZh = nameZh;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public Programme.Basis getBasis() {
        return basis;
    }

    public void setBasis(Programme.Basis basis) {
        this.basis = basis;
    }

    public long getPoints() {
        return points;
    }

    public void setPoints(long points) {
        this.points = points;
    }

    public @Nullable Money getPer() {
        return per;
    }

    public void setPer(@Nullable Money per) {
        this.per = per;
    }

    public int getPendingDays() {
        return pendingDays;
    }

    public void setPendingDays(int pendingDays) {
        this.pendingDays = pendingDays;
    }

    public Programme.Expiry getExpiry() {
        return expiry;
    }

    public void setExpiry(Programme.Expiry expiry) {
        this.expiry = expiry;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public int getReturnDays() {
        return returnDays;
    }

    public void setReturnDays(int returnDays) {
        this.returnDays = returnDays;
    }

    public long getExchangePoints() {
        return exchangePoints;
    }

    public void setExchangePoints(long exchangePoints) {
        this.exchangePoints = exchangePoints;
    }

    public @Nullable Money getWorth() {
        return worth;
    }

    public void setWorth(@Nullable Money worth) {
        this.worth = worth;
    }

    public long getLeast() {
        return least;
    }

    public void setLeast(long least) {
        this.least = least;
    }

    public int getPercent() {
        return percent;
    }

    public void setPercent(int percent) {
        this.percent = percent;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getUntil() {
        return until;
    }

    public void setUntil(@Nullable LocalDate until) {
        this.until = until;
    }
}
