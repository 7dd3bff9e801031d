package org.walletcounter.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TaxRate;
import org.walletcounter.merchants.TaxRates;

/** The tax rates: which hold now, which are to come, which have ended. */
@Named("taxesView")
@ViewScoped
@AnswersRefusals
public class TaxesView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private TaxRates rates;

    @Inject
    private Merchants merchants;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    private transient List<Row> rows = List.of();
    private TaxForm form = new TaxForm();

    /**
     * A rate as the page shows it.
     *
     * @param state "active", "waits" or "closed"
     */
    public record Row(TaxRate rate, String state) {}

    /** Reads the rates. */
    public void load() {
        LocalDate today = today();
        List<TaxRate> all = rates.all(console.getActor());
        Map<String, TaxRate> holding = new TreeMap<>();
        all.stream()
                .filter(each -> !each.from().isAfter(today))
                .forEach(each -> holding.put(each.code() + each.storeId(), each));
        rows = all.stream()
                .map(each -> new Row(
                        each, each.from().isAfter(today) ? "waits" : holding.containsValue(each) ? "active" : "closed"))
                .toList();
    }

    /** Opens the form for a new rate. */
    public void begin() {
        form = new TaxForm();
        form.setFrom(today().toString());
        form.setStandard(rates.all(console.getActor()).isEmpty());
    }

    /** Keeps what the form holds. */
    public @Nullable String add() {
        try {
            TaxRate added = form.rate(Ids.next(clock), console.getActor().merchantId());
            rates.add(console.getActor(), added);
            messages.done("tax.added", added.code());
            return "/console/taxes.xhtml?faces-redirect=true";
        } catch (ArithmeticException | NumberFormatException | DateTimeException unreadable) {
            messages.wrong("tax.unreadable");
            return null;
        }
    }

    /** Takes a rate back that has not begun. */
    public String drop(UUID id) {
        rates.drop(console.getActor(), id);
        messages.done("tax.dropped");
        return "/console/taxes.xhtml?faces-redirect=true";
    }

    /** The name of the store that a rate is for; empty for all. */
    public String place(TaxRate rate) {
        return console.getStores().stream()
                .filter(store -> store.id().equals(rate.storeId()))
                .map(store -> store.name(console.getLanguage()))
                .findFirst()
                .orElse("");
    }

    private LocalDate today() {
        return merchants.businessDay(console.getActor().merchantId(), clock.instant());
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<StoreView> getStores() {
        return console.getStores();
    }

    public TaxForm getForm() {
        return form;
    }
}
