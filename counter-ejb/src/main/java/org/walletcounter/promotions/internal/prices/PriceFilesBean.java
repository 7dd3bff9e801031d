package org.walletcounter.promotions.internal.prices;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Csv;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.KnownGoods;
import org.walletcounter.promotions.PriceFile;
import org.walletcounter.promotions.PriceFiles;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.PriceListView;
import org.walletcounter.promotions.PriceLists;
import org.walletcounter.promotions.PromotionError;

/** The bean behind the door to prices in files. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RolesAllowed({"manager", "administrator"})
public class PriceFilesBean implements PriceFiles {

    @Inject
    KnownGoods goods;

    @Inject
    PriceLists lists;

    @Override
    public PriceFile read(Actor actor, String currency, Map<String, Long> before, String csv) {
        ReadingPrices reading = new ReadingPrices(currency);
        reading.read(csv);
        Map<String, Long> known = goods.prices(
                actor.merchantId(),
                currency,
                reading.lines().stream().map(ReadingPrices.Line::sku).toList());
        List<PriceFile.Row> rows = new ArrayList<>();
        for (ReadingPrices.Line line : reading.lines()) {
            Long catalogue = known.get(line.sku());
            if (catalogue == null) {
                reading.fault(
                        line.line(), new CounterException(PromotionError.PRICE_OF_NOTHING_KNOWN, line.sku(), currency));
            } else {
                rows.add(new PriceFile.Row(line.line(), line.sku(), line.amount(), before.get(line.sku()), catalogue));
            }
        }
        return new PriceFile(
                rows,
                reading.faults().stream()
                        .sorted(Comparator.comparingInt(PriceFile.Fault::line))
                        .toList());
    }

    @Override
    public PriceListView take(Actor actor, UUID listId, int version, PriceFile.Way way, String csv) {
        PriceListDraft old = lists.list(actor, listId).content();
        PriceFile file = read(actor, old.currency(), old.unitAmounts(), csv);
        if (!file.faults().isEmpty()) {
            throw CounterException.at(
                    "line " + file.faults().get(0).line(),
                    PromotionError.PRICE_FILE_FAULTY,
                    file.faults().size(),
                    file.faults().get(0).line());
        }
        PriceListDraft changed = new PriceListDraft(
                old.names(), old.currency(), old.when(), old.from(), old.until(), file.amounts(way, old.unitAmounts()));
        return lists.change(actor, listId, version, changed);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public String write(Actor actor, UUID listId) {
        PriceListDraft content = lists.list(actor, listId).content();
        StringBuilder text = new StringBuilder(HEADING).append("\r\n");
        new TreeMap<>(content.unitAmounts())
                .forEach((sku, amount) -> text.append(Csv.field(sku))
                        .append(',')
                        .append(Money.of(amount, content.currency()).toDecimal().toPlainString())
                        .append("\r\n"));
        return text.toString();
    }
}
