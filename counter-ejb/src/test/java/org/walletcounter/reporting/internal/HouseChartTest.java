package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryTick;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.entity.CategoryLabelEntity;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.text.TextLine;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.DefaultCategoryDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts in the size and the typeface that the templates give them. Their labels are the same in both languages. */
class HouseChartTest {

    private static final Rectangle2D PLACE = new Rectangle(515, 128);
    private static final Font TYPEFACE = typeface();
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    /** So high that 100,000 is just below the upper end of the axis. */
    private static final int HIGH = 95_300;

    static Stream<List<String>> withRoom() {
        return Stream.of(
                days(OCTOBER, OCTOBER.plusMonths(1), "d"),
                days(OCTOBER.plusDays(14), OCTOBER.plusDays(45), "d"),
                IntStream.range(0, 24).mapToObj("%02d"::formatted).toList(),
                days(OCTOBER, OCTOBER.plusMonths(5), "yyyy-MM"),
                days(OCTOBER, OCTOBER.plusDays(1), "d"));
    }

    @ParameterizedTest
    @MethodSource("withRoom")
    void eachDayOfAMonthAndEachHourHasItsLabel(List<String> labels) {
        Drawn chart = drawn(labels);

        assertThat(chart.texts()).isEqualTo(labels);
        assertThat(chart.labels().keySet()).containsExactlyElementsOf(labels);
    }

    static Stream<List<String>> withoutRoom() {
        return Stream.of(
                days(OCTOBER, OCTOBER.plusMonths(2), "MM-dd"),
                days(OCTOBER.plusMonths(2), OCTOBER.plusMonths(4), "MM-dd"),
                days(OCTOBER.plusDays(27), OCTOBER.plusDays(27 + 93), "MM-dd"),
                days(OCTOBER, OCTOBER.plusMonths(39), "yyyy-MM"));
    }

    @ParameterizedTest
    @MethodSource("withoutRoom")
    void whereTheyAreTooManyLabelsAreLeftOutAndNoneIsCut(List<String> labels) {
        List<String> firsts =
                labels.stream().filter(label -> label.endsWith("-01")).toList();

        Drawn chart = drawn(labels);

        assertThat(labels).containsAll(chart.texts());
        assertThat(chart.labels().keySet())
                .containsExactlyElementsOf(chart.texts())
                .containsAll(firsts)
                .hasSizeBetween(labels.size() / 6, labels.size() / 2);
    }

    @ParameterizedTest
    @MethodSource("withoutRoom")
    void noLabelTouchesAnotherOrLeavesTheChart(List<String> labels) {
        double before = 0;
        for (Rectangle2D label : drawn(labels).labels().values()) {
            assertThat(label.getMinX()).isGreaterThan(before);
            before = label.getMaxX() + 2;
        }
        assertThat(before - 2).isLessThanOrEqualTo(PLACE.getMaxX());
    }

    @Test
    void theHighestAmountIsWhole() {
        Drawn chart = drawn(days(OCTOBER, OCTOBER.plusMonths(1), "d"));

        assertThat(chart.amounts()).containsKey(100_000L);
        assertThat(chart.amounts().values()).allMatch(PLACE::contains);
    }

    @Test
    void amountsAreWrittenAsTheReaderWritesThem() {
        assertThat(drawn(List.of("1"), Locale.UK).written(HIGH)).isEqualTo("95,300");
        assertThat(drawn(List.of("1"), Locale.SIMPLIFIED_CHINESE).written(HIGH)).isEqualTo("95,300");
        assertThat(drawn(List.of("1"), Locale.GERMANY).written(HIGH)).isEqualTo("95.300");
    }

    private static List<String> days(LocalDate from, LocalDate until, String pattern) {
        return from.datesUntil(until)
                .map(DateTimeFormatter.ofPattern(pattern)::format)
                .distinct()
                .toList();
    }

    private static Drawn drawn(List<String> labels) {
        return drawn(labels, Locale.UK);
    }

    private static Drawn drawn(List<String> labels, Locale language) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        labels.forEach(label -> bars.addValue(HIGH, "gross", label));
        JFreeChart chart =
                ChartFactory.createBarChart(null, null, null, bars, PlotOrientation.VERTICAL, false, false, false);
        chart.getCategoryPlot().getDomainAxis().setTickLabelFont(TYPEFACE);
        chart.getCategoryPlot().getRangeAxis().setTickLabelFont(TYPEFACE);
        HouseChart.dress(chart, language);
        Graphics2D paper = new BufferedImage(515, 128, BufferedImage.TYPE_INT_RGB).createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        ChartRenderingInfo places = new ChartRenderingInfo();
        chart.draw(paper, PLACE, places);
        return new Drawn(chart, paper, places);
    }

    private static Font typeface() {
        try (InputStream file = HouseChartTest.class.getResourceAsStream("/fonts/NotoSansSC-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(file));
        } catch (IOException | FontFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private record Drawn(JFreeChart chart, Graphics2D paper, ChartRenderingInfo places) {

        /** Where each label is that has one, by its category. */
        Map<String, Rectangle2D> labels() {
            Map<String, Rectangle2D> labels = new LinkedHashMap<>();
            for (Object each : places.getEntityCollection().getEntities()) {
                if (each instanceof CategoryLabelEntity label) {
                    Rectangle2D place = label.getArea().getBounds2D();
                    if (!place.isEmpty()) {
                        labels.put(label.getKey().toString(), place);
                    }
                }
            }
            return labels;
        }

        /** What the labels say. */
        List<String> texts() {
            List<String> texts = new ArrayList<>();
            CategoryAxis axis = chart.getCategoryPlot().getDomainAxis();
            for (Object tick : axis.refreshTicks(paper, new AxisState(), bars(), RectangleEdge.BOTTOM)) {
                for (Object line : ((CategoryTick) tick).getLabel().getLines()) {
                    texts.add(((TextLine) line).getFirstTextFragment().getText());
                }
            }
            return texts;
        }

        /** Where each amount stands beside its line. */
        Map<Long, Rectangle2D> amounts() {
            ValueAxis axis = chart.getCategoryPlot().getRangeAxis();
            paper.setFont(axis.getTickLabelFont());
            float x = (float) (bars().getMinX() - axis.getTickLabelInsets().getRight());
            Map<Long, Rectangle2D> amounts = new LinkedHashMap<>();
            for (Object each : axis.refreshTicks(paper, new AxisState(), bars(), RectangleEdge.LEFT)) {
                ValueTick tick = (ValueTick) each;
                float y = (float) axis.valueToJava2D(tick.getValue(), bars(), RectangleEdge.LEFT);
                amounts.put(
                        Math.round(tick.getValue()),
                        TextUtils.calcAlignedStringBounds(tick.getText(), paper, x, y, tick.getTextAnchor()));
            }
            return amounts;
        }

        /** An amount as the axis writes it. */
        String written(long amount) {
            return ((NumberAxis) chart.getCategoryPlot().getRangeAxis())
                    .getNumberFormatOverride()
                    .format(amount);
        }

        private Rectangle2D bars() {
            return places.getPlotInfo().getDataArea();
        }
    }
}
