package io.fueloptimine.models.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.chart.BarChart.Bar;
import io.fueloptimine.models.chart.BarChart.Whisker;
import io.fueloptimine.models.chart.BeeswarmChart.Swarm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Charts of no data, of one value and of extreme values. */
class SparseChartsTest {

    private static final double[] NONE = {};
    private static final Points NO_POINTS = new Points(NONE, NONE);
    private static final Whisker NO_WHISKER = new Whisker(Double.NaN, Double.NaN);

    @Test
    void areWellFormedWithoutAnyRow() {
        assertThat(
                        List.of(
                                scatter(NO_POINTS),
                                dependence(NO_POINTS, NONE),
                                beeswarm(NONE, NONE),
                                new BandChart("none", "x", "y", NONE, NONE, NONE, NONE).svg()))
                .allSatisfy(
                        svg -> {
                            assertThat(Svg.count(svg, "circle")).isZero();
                            assertThat(svg).doesNotContain("NaN", "Infinity");
                        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-12, 1e-308, Double.MIN_VALUE, 1e15, -1e9})
    void placeASingleValueInsideTheCanvas(double value) {
        double[] one = {value};
        List<String> charts =
                List.of(
                        scatter(new Points(one, one)),
                        dependence(new Points(one, one), one),
                        beeswarm(one, new double[] {0}),
                        bars(new Bar("T1", value, NO_WHISKER, 1, false)));

        assertThat(charts)
                .allSatisfy(
                        svg -> {
                            Svg.parse(svg);
                            assertThat(svg).doesNotContain("NaN", "Infinity");
                        });
        assertThat(circles(charts.get(0))).allMatch(place -> place > 0 && place < 560);
    }

    @Test
    void refuseAnAxisOfInfiniteValues() {
        double[] infinite = {1, Double.POSITIVE_INFINITY};

        assertThatThrownBy(() -> scatter(new Points(infinite, infinite)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> Ticks.over(Double.NaN, Double.NaN, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Ticks.over(-1e308, 1e308, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusePointsWithAMissingPartner() {
        assertThatThrownBy(() -> new Points(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("3");
    }

    @Test
    void drawNegativeBarsToTheLeftOfZero() {
        String svg =
                bars(
                        new Bar("saves", -5, NO_WHISKER, 10, false),
                        new Bar("costs", 5, NO_WHISKER, 10, false));
        NodeList rectangles = Svg.parse(svg).getElementsByTagName("rect");
        Element saves = (Element) rectangles.item(1);
        Element costs = (Element) rectangles.item(2);

        assertThat(number(saves, "x") + number(saves, "width"))
                .isEqualTo(number(costs, "x"), within(0.15));
        assertThat(number(saves, "width")).isEqualTo(number(costs, "width"), within(0.15));
    }

    @Test
    void drawBarsWithoutAnyKnownValueAndWithoutATarget() {
        Bar unknown = new Bar("T1", Double.NaN, NO_WHISKER, 0, true);
        String svg = new BarChart("unknown", "MAE", "L", List.of(unknown), Double.NaN).svg();

        assertThat(Svg.count(svg, "rect")).isEqualTo(1);
        assertThat(svg).contains("–").doesNotContain("target", "NaN", "stroke-dasharray");
    }

    @Test
    void extendTheAxisToATargetBeyondAllBars() {
        Bar bar = new Bar("T1", 1, NO_WHISKER, 3, false);
        String svg = new BarChart("target", "MAE", "L", List.of(bar), 80).svg();

        assertThat(svg).contains("target 80", "stroke-dasharray");
        NodeList lines = Svg.parse(svg).getElementsByTagName("line");
        IntStream.range(0, lines.getLength())
                .forEach(
                        i ->
                                assertThat(number((Element) lines.item(i), "x1"))
                                        .isBetween(0.0, 720.0));
    }

    @Test
    void cutLongNamesToTheSpaceThatThereIs() {
        String name = "\uD83D\uDE9A".repeat(200);
        String svg = bars(new Bar(name, 1, NO_WHISKER, 3, false));

        assertThat(svg).contains("…").doesNotContain(name);
        Svg.parse(svg);
        assertThat(SvgCanvas.cut("T1")).isEqualTo("T1");
        assertThat(SvgCanvas.cut("n".repeat(500))).hasSize(SvgCanvas.cut("m".repeat(90)).length());
    }

    /** However many rows agree, their dots stay between the lanes above and below. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 11, 500, 20_000})
    void keepAStackOfEqualRowsInItsLane(int rows) {
        double[] added = new double[rows];
        Arrays.fill(added, 1.5);
        String svg = beeswarm(added, added);
        NodeList dots = Svg.parse(svg).getElementsByTagName("circle");

        assertThat(dots.getLength()).isEqualTo(rows);
        for (int i = 0; i < dots.getLength(); i++) {
            assertThat(number((Element) dots.item(i), "cy")).isBetween(72.0, 72.0 + 36);
        }
    }

    private static String scatter(Points points) {
        return new ScatterChart("scatter", "x", "y", points, NO_POINTS, true).svg();
    }

    private static String dependence(Points points, double[] shades) {
        return new DependenceChart("dependence", "x", "y", points, "shade", shades).svg();
    }

    private static String beeswarm(double[] values, double[] added) {
        return new BeeswarmChart("swarm", "L", List.of(new Swarm("speed", "1.0", values, added)))
                .svg();
    }

    private static String bars(Bar... bars) {
        return new BarChart("bars", "MAE", "L", List.of(bars), Double.NaN).svg();
    }

    private static List<Double> circles(String svg) {
        NodeList dots = Svg.parse(svg).getElementsByTagName("circle");
        return IntStream.range(0, dots.getLength())
                .mapToObj(i -> (Element) dots.item(i))
                .flatMap(dot -> List.of(number(dot, "cx"), number(dot, "cy")).stream())
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
