package org.walletcounter.reporting.internal;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryTick;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * The axis below a chart's bars, whose labels follow each other as hours, days and months do. Where there is no room for
 * all of them it leaves some out, and the reader counts on; it cuts none short. What begins a month or a year (a label
 * that ends in -01) has its label before all others; between those stands every second or third, as the widest needs it.
 */
class SparseAxis extends CategoryAxis {

    private static final long serialVersionUID = 1L;

    /** Between two labels at least, in points; with less of it they read as one. */
    private static final int GAP = 3;

    private static final String FIRST = "-01";

    SparseAxis() {
        setMaximumCategoryLabelWidthRatio(Float.MAX_VALUE); // else a label that is wider than its bar is cut
    }

    /** Measures by the area of the bars: that of the plot, as inherited, is wider, and labels would come too close. */
    @Override
    protected AxisState drawCategoryLabels(
            Graphics2D g2,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            AxisState state,
            @Nullable PlotRenderingInfo plotState) {
        return super.drawCategoryLabels(g2, dataArea, dataArea, edge, state, plotState);
    }

    /** One for each category, for their places are counted; those without room are empty. */
    @Override
    public List<CategoryTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        List<CategoryTick> whole = new ArrayList<>();
        for (Object tick : super.refreshTicks(g2, state, dataArea, edge)) {
            whole.add((CategoryTick) tick);
        }
        BitSet shown = shown(whole, g2, dataArea, edge);
        return IntStream.range(0, whole.size())
                .mapToObj(i -> shown.get(i) ? whole.get(i) : empty(whole.get(i)))
                .toList();
    }

    private BitSet shown(List<CategoryTick> ticks, Graphics2D g2, Rectangle2D bars, RectangleEdge edge) {
        int count = ticks.size();
        double[] widths = ticks.stream()
                .mapToDouble(tick -> tick.getLabel().calculateDimensions(g2).getWidth())
                .toArray();
        double pitch = calculateCategorySize(count, bars, edge) + calculateCategoryGapSize(count, bars, edge);
        double widest = DoubleStream.of(widths).max().orElse(0);
        int every = (int) Math.min(count, Math.ceil((widest + GAP) / pitch));
        // What sticks out on the right, the edge of the chart would cut.
        int[] inside = IntStream.range(0, count)
                .filter(i -> getCategoryMiddle(i, count, bars, edge) + widths[i] / 2 <= bars.getMaxX())
                .toArray();
        BitSet shown = new BitSet(count);
        IntStream.of(inside).filter(i -> isFirst(ticks.get(i))).forEach(i -> show(i, every, shown));
        IntStream.of(inside).forEach(i -> show(i, every, shown));
        return shown;
    }

    private static boolean isFirst(CategoryTick tick) {
        return tick.getCategory().toString().endsWith(FIRST);
    }

    /** Unless one is shown that is nearer than every so many. */
    private static void show(int label, int every, BitSet shown) {
        if (shown.get(Math.max(0, label - every + 1), label + every).isEmpty()) {
            shown.set(label);
        }
    }

    private static CategoryTick empty(CategoryTick tick) {
        return new CategoryTick(
                tick.getCategory(), new TextBlock(), tick.getLabelAnchor(), tick.getRotationAnchor(), tick.getAngle());
    }
}
