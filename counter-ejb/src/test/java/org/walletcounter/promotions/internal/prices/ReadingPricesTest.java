package org.walletcounter.promotions.internal.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.PromotionError;

/** Files of prices, line by line. */
class ReadingPricesTest {

    @Test
    void pricesAreReadExactlyWhateverTheOrderOfTheColumns() {
        ReadingPrices reading = read("\uFEFFPrice,name,SKU\r\n2.55,\"Mug, red\",M1\r\n0,,M2\r\n\r\n12.5,x,\"M,3\"\r\n");

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.lines())
                .containsExactly(
                        new ReadingPrices.Line(2, "M1", 255),
                        new ReadingPrices.Line(3, "M2", 0),
                        new ReadingPrices.Line(5, "M,3", 1250));
    }

    @Test
    void chineseHeadingsAreUnderstood() {
        assertThat(read("商品编码,单价\nM1,2.55").lines()).containsExactly(new ReadingPrices.Line(2, "M1", 255));
    }

    @Test
    void eachFaultyLineIsToldAndTheOthersAreStillRead() {
        ReadingPrices reading = read("sku,price\nM1,two\n,3.00\nM2,1.005\nM3,-1\nM3,1\nM4,£2\nM5,1e3\nM6\nM7,7");

        assertThat(reading.faults())
                .extracting(fault -> fault.line(), fault -> fault.why().error())
                .containsExactly(
                        tuple(2, PromotionError.PRICE_UNREADABLE),
                        tuple(3, PromotionError.PRICE_LINE_WITHOUT_SKU),
                        tuple(4, PromotionError.PRICE_UNREADABLE),
                        tuple(5, PromotionError.PRICE_UNREADABLE),
                        tuple(6, PromotionError.PRICE_LINE_TWICE),
                        tuple(7, PromotionError.PRICE_UNREADABLE),
                        tuple(8, PromotionError.PRICE_UNREADABLE),
                        tuple(9, PromotionError.PRICE_UNREADABLE));
        assertThat(reading.lines()).containsExactly(new ReadingPrices.Line(10, "M7", 700));
    }

    /** The database has no such letter, and no product can be called so. */
    @Test
    void aSkuHasNoNul() {
        ReadingPrices reading = read("sku,price\nM\0,3.00\nM2,2.55");

        assertThat(reading.faults())
                .extracting(fault -> fault.line(), fault -> fault.why().error())
                .containsExactly(tuple(2, PromotionError.PRICE_LINE_WITHOUT_SKU));
        assertThat(reading.lines()).containsExactly(new ReadingPrices.Line(3, "M2", 255));
    }

    @Test
    void whatIsNoSuchFileIsToldAtItsLine() {
        assertThat(read("").faults())
                .extracting(fault -> fault.why().error())
                .containsExactly(PromotionError.PRICE_FILE_HEADING);
        assertThat(read("sku;price\nM1;2").faults())
                .extracting(fault -> fault.why().error())
                .containsExactly(PromotionError.PRICE_FILE_HEADING);
        assertThat(read("sku,price\n").faults())
                .extracting(fault -> fault.why().error())
                .containsExactly(PromotionError.PRICE_FILE_EMPTY);
        assertThat(read("sku,price\nM1,1\nM\"2,2\nM3,3").faults())
                .extracting(fault -> fault.line(), fault -> fault.why().error())
                .containsExactly(tuple(3, PromotionError.PRICE_LINE_MALFORMED));
    }

    @Test
    void aListHasAnEnd() {
        String lines = IntStream.rangeClosed(0, PriceListDraft.MOST_PRODUCTS)
                .mapToObj(i -> "M" + i + ",1")
                .collect(Collectors.joining("\n"));

        assertThat(read("sku,price\n" + lines).faults())
                .extracting(fault -> fault.why().error())
                .containsExactly(PromotionError.COUNT_INVALID);
    }

    private static ReadingPrices read(String csv) {
        ReadingPrices reading = new ReadingPrices("GBP");
        reading.read(csv);
        return reading;
    }
}
