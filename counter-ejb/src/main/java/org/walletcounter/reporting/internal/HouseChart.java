package org.walletcounter.reporting.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.NumberFormat;
import java.util.Locale;
import net.sf.jasperreports.charts.JRAbstractChartCustomizer;
import net.sf.jasperreports.charts.JRChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How bars look in our reports: flat, in the house's blue, on faint lines; no label and no amount is cut. Amounts are
 * written as in the rest of the report. Templates name it as the customizer of all their charts.
 */
public class HouseChart extends JRAbstractChartCustomizer {

    private static final Color BAR = new Color(0x26418F);
    private static final Color GRID = new Color(0xDEDACF);
    private static final Color TEXT = new Color(0x636A7A);
    /** In points. */
    private static final int SIZE = 7;

    /** Above the bars, in points: half a line, for the highest amount may stand on the upper edge of the bars' area. */
    private static final int HEADROOM = 6;

    @Override
    public void customize(JFreeChart bars, JRChart element) {
        dress(bars, chart.getLocale());
    }

    /** For readers of a language: left to itself, a chart would write its amounts as the server's owner does. */
    static void dress(JFreeChart chart, Locale language) {
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(0.5f));
        plot.setDomainGridlinesVisible(false);
        plot.setInsets(new RectangleInsets(HEADROOM, 0, 0, 0));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        bars((BarRenderer) plot.getRenderer());
        plot.setDomainAxis(categories(plot.getDomainAxis().getTickLabelFont()));
        amounts((NumberAxis) plot.getRangeAxis(), language);
    }

    private static void bars(BarRenderer bars) {
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setSeriesPaint(0, BAR);
        bars.setMaximumBarWidth(0.03);
        bars.setItemMargin(0);
    }

    private static CategoryAxis categories(Font typeface) {
        CategoryAxis axis = new SparseAxis();
        axis.setTickLabelFont(typeface.deriveFont((float) SIZE));
        axis.setTickLabelPaint(TEXT);
        axis.setAxisLinePaint(TEXT);
        axis.setAxisLineStroke(new BasicStroke(0.7f));
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setCategoryMargin(0.35);
        return axis;
    }

    private static void amounts(NumberAxis axis, Locale language) {
        axis.setTickLabelFont(axis.getTickLabelFont().deriveFont((float) SIZE));
        axis.setTickLabelPaint(TEXT);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits()); // else small counts repeat their labels
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(language));
    }
}
