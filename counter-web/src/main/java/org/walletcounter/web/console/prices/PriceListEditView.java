package org.walletcounter.web.console.prices;

import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.PriceFile;
import org.walletcounter.promotions.PriceFiles;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.PriceListView;
import org.walletcounter.promotions.PriceLists;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Messages;

/** The form for a price list. A new one begins with prices from a file or typed in as one. */
@Named("priceListEditView")
@ViewScoped
@AnswersRefusals
public class PriceListEditView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PriceLists lists;

    @Inject
    private PriceFiles files;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    private @Nullable UUID id;
    private int version;
    private @Nullable PriceListForm form;
    private String csv = PriceFiles.HEADING + "\n";
    private transient @Nullable PriceFile read;

    /** Fills the form, once. */
    public void load() {
        if (form == null) {
            form = id == null ? fresh() : known(lists.list(console.getActor(), id));
        }
    }

    private PriceListForm fresh() {
        PriceListForm made = new PriceListForm();
        made.setFrom(LocalDateTime.ofInstant(clock.instant(), zone()).truncatedTo(ChronoUnit.MINUTES));
        return made;
    }

    private PriceListForm known(PriceListView list) {
        version = list.version();
        return PriceListForm.of(list.content(), zone());
    }

    private ZoneId zone() {
        return console.getMerchant().zone();
    }

    /** Shows what the typed prices are, and what is wrong with them. */
    public void check() {
        read = files.read(console.getActor(), currency(), Map.of(), csv);
    }

    /** Keeps what the form holds; a new list only when every line of its prices is right. */
    public @Nullable String save() {
        PriceListForm filled = requireNonNullElse(form, new PriceListForm());
        PriceListView kept = id == null ? make(filled) : change(filled, id);
        if (kept == null) {
            return null;
        }
        messages.done("prices.saved", kept.content().names().in(console.getLanguage()));
        return "/console/price-list.xhtml?faces-redirect=true&id=" + kept.id();
    }

    private @Nullable PriceListView make(PriceListForm filled) {
        PriceFile file = files.read(console.getActor(), currency(), Map.of(), csv);
        if (!file.faults().isEmpty()) {
            read = file;
            messages.wrong("prices.faulty");
            return null;
        }
        return lists.make(
                console.getActor(),
                filled.content(null, currency(), zone(), file.amounts(PriceFile.Way.REPLACE, Map.of())));
    }

    private PriceListView change(PriceListForm filled, UUID list) {
        PriceListDraft old = lists.list(console.getActor(), list).content();
        return lists.change(
                console.getActor(), list, version, filled.content(old, old.currency(), zone(), old.unitAmounts()));
    }

    private String currency() {
        return console.getMerchant().currency();
    }

    public @Nullable PriceListForm getForm() {
        return form;
    }

    public @Nullable PriceFile getRead() {
        return read;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public String getCsv() {
        return csv;
    }

    public void setCsv(@Nullable String csv) {
        this.csv = requireNonNullElse(csv, "");
    }
}
