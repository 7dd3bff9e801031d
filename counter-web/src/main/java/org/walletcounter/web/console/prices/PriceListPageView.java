package org.walletcounter.web.console.prices;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Csv;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.ProductView;
import org.walletcounter.promotions.PriceFile;
import org.walletcounter.promotions.PriceFiles;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.PriceListView;
import org.walletcounter.promotions.PriceLists;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.web.console.Address;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.Asked;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Messages;
import org.walletcounter.web.console.Show;

/** One price list: its prices in rows that can be typed over, prices from a file with a look before they count, its end. */
@Named("priceListView")
@ViewScoped
@AnswersRefusals
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // two doors' own types
public class PriceListPageView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LIMIT = 25;

    @Inject
    private PriceLists lists;

    @Inject
    private PriceFiles files;

    @Inject
    private Catalogue catalogue;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Show show;

    private @Nullable UUID id;
    private String text = "";
    private int page = 1;
    private int version;
    private List<PriceRow> rows = List.of();
    private int found;
    private String csv = "";
    private PriceFile.Way way = PriceFile.Way.MERGE;
    private @Nullable String sku;
    private @Nullable String price;
    private transient @Nullable PriceListView list;
    private transient @Nullable PriceFile read;

    /** Reads the list; the rows only once, so that what is typed into them is not lost. */
    public void load() {
        list = lists.list(console.getActor(), Asked.id(id, PromotionError.NO_SUCH_PRICE_LIST));
        if (version == 0) {
            version = list.version();
            fill(list.content());
        }
    }

    private void fill(PriceListDraft content) {
        List<String> skus = content.unitAmounts().keySet().stream()
                .sorted()
                .filter(matching(content.unitAmounts().keySet()))
                .toList();
        found = skus.size();
        page = Math.max(1, Math.min(page, getPages()));
        rows = skus.stream()
                .skip((long) LIMIT * (page - 1))
                .limit(LIMIT)
                .map(each -> row(each, content))
                .toList();
    }

    private Predicate<String> matching(Set<String> skus) {
        if (text.isBlank()) {
            return each -> true;
        }
        String part = text.strip().toLowerCase(Locale.ROOT);
        Set<String> named = catalogue.skusHolding(console.getActor(), text, skus);
        return each -> each.toLowerCase(Locale.ROOT).contains(part) || named.contains(each);
    }

    private PriceRow row(String each, PriceListDraft content) {
        ProductView product = catalogue.byCode(console.getActor(), each).orElse(null);
        return new PriceRow(
                each,
                product == null ? "" : product.name(console.getLanguage()),
                product == null ? "–" : show.money(product.price()),
                plain(requireNonNull(content.unitAmounts().get(each)), content.currency()));
    }

    private static String plain(long amount, String currency) {
        return Money.of(amount, currency).toDecimal().toPlainString();
    }

    /** Keeps the prices that were typed over; one that was emptied leaves the list. */
    public @Nullable String keep() {
        List<PriceRow> changed = rows.stream().filter(PriceRow::isChanged).toList();
        Map<String, Long> amounts = amounts();
        changed.stream().filter(row -> row.getPrice() == null).forEach(row -> amounts.remove(row.getSku()));
        String typed = changed.stream()
                .filter(row -> row.getPrice() != null)
                .map(row -> line(row.getSku(), row.getPrice()))
                .collect(Collectors.joining());
        return typed.isEmpty() ? change(amounts) : merge(typed, amounts);
    }

    /** Adds a product's price. */
    public @Nullable String add() {
        return merge(line(sku, price), amounts());
    }

    private static String line(@Nullable String sku, @Nullable String price) {
        return Csv.field(requireNonNullElse(sku, "")) + "," + Csv.field(requireNonNullElse(price, "")) + "\n";
    }

    private @Nullable String merge(String lines, Map<String, Long> amounts) {
        PriceFile typed =
                files.read(console.getActor(), content().currency(), amounts, PriceFiles.HEADING + "\n" + lines);
        typed.faults().stream().findFirst().ifPresent(fault -> messages.refuse(fault.why()));
        return typed.faults().isEmpty() ? change(typed.amounts(PriceFile.Way.MERGE, amounts)) : null;
    }

    private @Nullable String change(Map<String, Long> amounts) {
        PriceListDraft old = content();
        lists.change(
                console.getActor(),
                requireNonNull(id),
                version,
                new PriceListDraft(old.names(), old.currency(), old.when(), old.from(), old.until(), amounts));
        messages.done("prices.kept");
        return here();
    }

    private Map<String, Long> amounts() {
        return new TreeMap<>(content().unitAmounts());
    }

    private PriceListDraft content() {
        return lists.list(console.getActor(), requireNonNull(id)).content();
    }

    /** Shows what a file would do. */
    public void check() {
        read = files.read(console.getActor(), content().currency(), content().unitAmounts(), csv);
    }

    /** Makes the file count, whole or not at all. */
    public @Nullable String take() {
        read = files.read(console.getActor(), content().currency(), content().unitAmounts(), csv);
        files.take(console.getActor(), requireNonNull(id), version, way, csv);
        messages.done("prices.kept");
        return here();
    }

    /** Ends the list. */
    public @Nullable String end() {
        lists.end(console.getActor(), requireNonNull(id));
        messages.done("prices.ended");
        return here();
    }

    private String here() {
        return "/console/price-list.xhtml?faces-redirect=true&includeViewParams=true";
    }

    /** What the list is searched for, as it goes on in an address. */
    public String getQuery() {
        return Address.of("id", id).and("text", text).text();
    }

    /** How many prices of the list the file does not name: they go when it takes the list's place. */
    public long getGone() {
        PriceFile file = read;
        return file == null || list == null
                ? 0
                : list.content().unitAmounts().size()
                        - file.rows().stream()
                                .filter(row -> row.before() != null)
                                .count();
    }

    /** How many lines of the file do this: NEW, CHANGED or SAME. */
    public long count(String effect) {
        return read == null ? 0 : read.count(PriceFile.Effect.valueOf(effect));
    }

    public int getPages() {
        return Math.max(1, (found + LIMIT - 1) / LIMIT);
    }

    public @Nullable PriceListView getList() {
        return list;
    }

    public @Nullable PriceFile getRead() {
        return read;
    }

    public List<PriceRow> getRows() {
        return rows;
    }

    public int getFound() {
        return found;
    }

    public PriceFile.Way[] getWays() {
        return PriceFile.Way.values();
    }

    public PriceFile.Way getWay() {
        return way;
    }

    public void setWay(PriceFile.Way way) {
        this.way = way;
    }

    public String getCsv() {
        return csv;
    }

    public void setCsv(@Nullable String csv) {
        this.csv = requireNonNullElse(csv, "");
    }

    public @Nullable String getSku() {
        return sku;
    }

    public void setSku(@Nullable String sku) {
        this.sku = sku;
    }

    public @Nullable String getPrice() {
        return price;
    }

    public void setPrice(@Nullable String price) {
        this.price = price;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = requireNonNullElse(text, "");
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }
}
