package org.walletcounter.imports.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgingTest {

    private static final List<Judged> JUDGED = new ArrayList<>();

    @BeforeAll
    static void judgeTheSamples() throws IOException, URISyntaxException {
        Path samples =
                Path.of(Objects.requireNonNull(JudgingTest.class.getResource("/org/walletcounter/imports/samples.csv"))
                        .toURI());
        JUDGED.clear();
        JUDGED.addAll(judge(samples));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    536365, 85123A, SALE
                    536370, POST, SERVICE
                    536779, BANK CHARGES, SERVICE
                    537197, 22841, FREE_WITH_SALE
                    550193, PADS, PRICE_ROUNDED
                    C581484, 23843, RETURN
                    C539195, 22942, RETURN
                    C538650, 22646, RETURN
                    C538082, 21864, NO_ORIGINAL_SALE
                    C536383, 35004C, NO_ORIGINAL_SALE
                    C538314, 22586, ORIGINAL_SALE_IN_PART
                    C536379, D, DISCOUNT
                    536589, 21777, STOCK_ADJUSTMENT
                    536414, 22139, STOCK_ADJUSTMENT
                    543599, 84535B, FREE_GOODS
                    C537600, AMAZONFEE, MERCHANT_FEE
                    537632, AMAZONFEE, MERCHANT_FEE
                    C537572, BANK CHARGES, MERCHANT_FEE
                    C564763, CRUK, MERCHANT_FEE
                    C537581, S, SAMPLES
                    A563185, B, BAD_DEBT
                    A563186, B, BAD_DEBT
                    """)
    void everyKindOfLineEndsInItsClass(String invoice, String sku, Treatment becomes) {
        assertThat(JUDGED)
                .filteredOn(each -> each.line().invoice().equals(invoice)
                        && each.line().sku().equals(sku))
                .isNotEmpty()
                .extracting(Judged::becomes)
                .containsOnly(becomes);
    }

    @Test
    void eachLineIsBookedAtItsValueRoundedOrNotAtAll() {
        for (Judged each : JUDGED) {
            BigDecimal booked = BigDecimal.valueOf(each.booked(), 2);
            if (each.becomes() == Treatment.PRICE_ROUNDED) {
                assertThat(booked.subtract(each.line().value()).abs()).isLessThan(new BigDecimal("0.01"));
            } else if (each.becomes().booked()) {
                assertThat(booked).isEqualByComparingTo(each.line().value());
            } else {
                assertThat(booked).isZero();
            }
        }
    }

    @Test
    void aReturnOverTwoSalesIsCutIntoPiecesThatSumToIt() {
        Judged split = JUDGED.stream()
                .filter(each -> each.line().invoice().equals("C539195"))
                .findFirst()
                .orElseThrow();
        assertThat(split.pieces())
                .containsExactly(new SoldBefore.Piece("538205", 1), new SoldBefore.Piece("538000", 4));
    }

    @Test
    void aClassIsNamedTheSameInBothDirections() {
        for (Treatment each : Treatment.values()) {
            assertThat(Treatment.of(each.code())).isEqualTo(each);
        }
        assertThat(Treatment.STOCK_ADJUSTMENT.code()).isEqualTo("stock-adjustment");
    }

    /**
     * The whole set, when its path is given: {@code -Dcounter.test.online-retail=<file>}. It needs no database and shows
     * what an import of it comes to.
     */
    @Test
    void theWholeSetEndsInClassesThatSumToItsOwnFigures() throws IOException {
        String path = System.getProperty("counter.test.online-retail", "");
        org.junit.jupiter.api.Assumptions.assumeFalse(path.isEmpty(), "counter.test.online-retail is not set");
        FileSurvey.Figures figures = FileSurvey.of(Path.of(path)).figures();
        assertThat(figures)
                .isEqualTo(new FileSurvey.Figures(
                        541_909, 25_900, 3_836, 4_070, 305, 135_080, 4_372, new BigDecimal("9747747.934")));
        Map<Treatment, BigDecimal> sums = new EnumMap<>(Treatment.class);
        Map<Treatment, Integer> lines = new EnumMap<>(Treatment.class);
        for (Judged each : judge(Path.of(path))) {
            sums.merge(each.becomes(), each.line().value(), BigDecimal::add);
            lines.merge(each.becomes(), 1, Integer::sum);
        }
        assertThat(lines.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(541_909);
        assertThat(sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("9747747.934");
        assertThat(lines).containsEntry(Treatment.BAD_DEBT, 3).containsEntry(Treatment.PRICE_ROUNDED, 4);
    }

    private static List<Judged> judge(Path path) throws IOException {
        Judging judging = new Judging(new StockCodes(), 2);
        SoldBefore sold = new SoldBefore();
        List<Judged> all = new ArrayList<>();
        try (DayByDay days = new DayByDay(SalesFile.open(path))) {
            for (Day day = days.next(); day != null; day = days.next()) {
                for (Invoice invoice : day.invoices()) {
                    List<Judged> lines =
                            invoice.cancellation() ? judging.cancellation(invoice, sold) : judging.sale(invoice);
                    if (!invoice.cancellation() && invoice.customer() != null) {
                        for (Judged each : lines) {
                            if (each.booked() > 0) {
                                FileLine line = each.line();
                                sold.sold(invoice.customer(), line.sku(), line.invoice(), line.quantity(), each.unit());
                            }
                        }
                    }
                    all.addAll(lines);
                }
            }
        }
        return all;
    }
}
