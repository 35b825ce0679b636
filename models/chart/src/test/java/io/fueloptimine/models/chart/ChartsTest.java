package io.fueloptimine.models.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.chart.BarChart.Bar;
import io.fueloptimine.models.chart.BarChart.Whisker;
import io.fueloptimine.models.chart.BeeswarmChart.Swarm;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartsTest {

    private static final String HOSTILE = "<script>alert('T&1')</script>\u0000\uD800";

    private static final Whisker NO_WHISKER = new Whisker(Double.NaN, Double.NaN);

    private final double[] some = new Random(1).doubles(200, -3, 8).toArray();
    private final double[] others = new Random(2).doubles(200, 0, 4).toArray();

    @Test
    void areWellFormedForAnyNames() {
        assertThat(all(HOSTILE, some, others))
                .allSatisfy(
                        svg -> {
                            assertThat(Svg.count(svg, "script")).isZero();
                            assertThat(Svg.parse(svg).getDocumentElement().getTextContent())
                                    .contains("<script>alert('T&1')</script>\uFFFD");
                        });
    }

    @Test
    void areDrawnForOneValueAndForEqualValues() {
        assertThat(all("flat", new double[] {2}, new double[] {0})).allSatisfy(Svg::parse);
        assertThat(all("flat", new double[50], new double[50])).allSatisfy(Svg::parse);
    }

    @Test
    void keepEveryShapeOnTheCanvas() {
        assertThat(all("within", some, others)).allSatisfy(ChartsTest::staysWithin);
    }

    @Test
    void giveEqualBytesForEqualValues() {
        assertThat(all("same", some, others)).isEqualTo(all("same", some, others));
    }

    @Test
    void drawOneDotPerRow() {
        Points points = new Points(some, others);

        assertThat(Svg.count(scatter("dots", points, true), "circle")).isEqualTo(200);
        assertThat(Svg.count(dependence("dots", points), "circle")).isEqualTo(200);
        assertThat(Svg.count(beeswarm("dots", some, others), "circle")).isEqualTo(200);
    }

    @Test
    void drawAMissingValueInGrey() {
        double[] values = {1, Double.NaN, 3};
        String svg = beeswarm("missing", values, new double[] {0.1, 0.2, 0.3});

        assertThat(svg).contains("<g fill=\"" + Colours.MISSING + "\"");
        assertThat(Svg.count(svg, "circle")).isEqualTo(3);
    }

    @Test
    void countTheValuesOutsideTheHistogram() {
        double[] values = new Random(1).doubles(10_000).toArray();
        values[17] = 1e6;
        values[18] = -1e6;

        HistogramChart chart = new HistogramChart("residuals", "L", values);
        assertThat(chart.outside()).isBetween(2, 20);
        assertThat(new HistogramChart("residuals", "L", some).outside()).isZero();
    }

    @Test
    void drawAWhiskerOnlyForAKnownInterval() {
        String whisker = "stroke=\"" + Colours.TEXT;

        assertThat(bars(List.of(bar("T1", NO_WHISKER)))).doesNotContain(whisker);
        assertThat(bars(List.of(bar("T1", new Whisker(1.8, 2.2))))).contains(whisker);
    }

    @Test
    void drawNoBarForAnUnknownValue() {
        Bar unknown = new Bar("T1", Double.NaN, NO_WHISKER, 3, false);
        int rectangles = Svg.count(bars(List.of(unknown, bar("T2", NO_WHISKER))), "rect");

        assertThat(rectangles).isEqualTo(2);
    }

    private static List<String> all(String name, double[] some, double[] others) {
        Points points = new Points(some, others);
        return List.of(
                scatter(name, points, true),
                scatter(name, points, false),
                new HistogramChart(name, name, some).svg(),
                bars(Collections.nCopies(30, bar(name, new Whisker(-1, 3)))),
                beeswarm(name, some, others),
                dependence(name, points),
                new BandChart(name, name, name, ramp(some), some, others, some).svg());
    }

    private static String scatter(String name, Points points, boolean sameScale) {
        Points line = new Points(new double[] {0, 1}, new double[] {0, 1});
        return new ScatterChart(name, name, name, points, line, sameScale).svg();
    }

    private static String dependence(String name, Points points) {
        return new DependenceChart(name, name, name, points, name, points.y()).svg();
    }

    private static String beeswarm(String name, double[] values, double[] added) {
        return new BeeswarmChart(name, name, List.of(new Swarm(name, name, values, added))).svg();
    }

    private static Bar bar(String label, Whisker whisker) {
        return new Bar(label, 2, whisker, 10, false);
    }

    private static String bars(List<Bar> bars) {
        return new BarChart(bars.get(0).label(), "MAE", "L", bars, 1.5).svg();
    }

    private static double[] ramp(double[] values) {
        double[] ramp = new double[values.length];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i;
        }
        return ramp;
    }

    private static void staysWithin(String svg) {
        Element root = Svg.parse(svg).getDocumentElement();
        double width = Double.parseDouble(root.getAttribute("width"));
        double height = Double.parseDouble(root.getAttribute("height"));
        Stream.of("cx", "x1", "x2").forEach(attribute -> assertWithin(root, attribute, width));
        Stream.of("cy", "y1", "y2").forEach(attribute -> assertWithin(root, attribute, height));
    }

    private static void assertWithin(Element root, String attribute, double most) {
        NodeList shapes = root.getElementsByTagName("*");
        for (int i = 0; i < shapes.getLength(); i++) {
            String place = ((Element) shapes.item(i)).getAttribute(attribute);
            if (!place.isEmpty()) {
                assertThat(Double.parseDouble(place)).isBetween(0.0, most);
            }
        }
    }
}
