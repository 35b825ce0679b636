package io.fueloptimine.models.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HistogramChartTest {

    @Test
    void drawsEveryValueOnceWhateverTheScale() {
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            double scale = Math.pow(10, random.nextInt(12) - 6);
            int size = 1 + random.nextInt(400);
            double[] values = random.doubles(size, -scale, scale).toArray();

            // Up to 499 values none is beyond a thousandth at either end.
            assertThat(chart(values).outside()).isZero();
        }
    }

    @Test
    void countsTheGreatestValueAlthoughItIsOnTheLastEdge() {
        double[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

        assertThat(chart(values).outside()).isZero();
    }

    @Test
    void drawsBarsInProportionToTheirRows() {
        double[] values = new double[400];
        Arrays.fill(values, 0, 300, 0.5);
        Arrays.fill(values, 300, 400, 9.5);
        double[] heights = heights(chart(values).svg());

        assertThat(Arrays.stream(heights).filter(height -> height > 0).toArray())
                .hasSize(2)
                .satisfies(both -> assertThat(both[0] / both[1]).isCloseTo(3, within(0.01)));
    }

    @Test
    void drawsNoCurveWhereAllValuesAreEqual() {
        assertThat(Svg.count(chart(new double[] {4, 4, 4}).svg(), "path")).isZero();
        assertThat(Svg.count(chart(new double[] {3, 4, 4}).svg(), "path")).isEqualTo(1);
    }

    @Test
    void countsMissingValuesAsOutside() {
        HistogramChart chart = chart(new double[] {1, Double.NaN, 2, 3, Double.NaN});

        assertThat(chart.outside()).isEqualTo(2);
        assertThat(chart.svg()).doesNotContain("NaN");
        Svg.parse(chart.svg());
    }

    @Test
    void doesNotLetOneFarValueDetermineTheAxis() {
        double[] values = new Random(5).doubles(5_000, 0, 1).toArray();
        values[0] = 1e12;

        assertThat(chart(values).outside()).isBetween(1, 10);
        assertThat(Arrays.stream(heights(chart(values).svg())).filter(height -> height > 10))
                .hasSizeGreaterThan(10);
    }

    @Test
    void isRefusedWithoutAnyValue() {
        assertThatThrownBy(() -> chart(new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chart(new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HistogramChart chart(double[] values) {
        return new HistogramChart("residuals", "L", values);
    }

    /** Heights of the bars, px, from left to right. */
    private static double[] heights(String svg) {
        NodeList bars = Svg.parse(svg).getElementsByTagName("rect");
        double[] heights = new double[bars.getLength() - 1];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Double.parseDouble(((Element) bars.item(i + 1)).getAttribute("height"));
        }
        return heights;
    }
}
