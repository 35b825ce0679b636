package io.fueloptimine.models.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.chart.GroupChart.Group;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GroupChartTest {

    private static final Points NO_LINE = new Points(new double[0], new double[0]);
    private static final Points LINE = new Points(new double[] {1, 5}, new double[] {2, 7});

    @Test
    void drawsDotsMarksAndTheLine() {
        String svg = chart("fixed", LINE).svg();

        // Three dots, and for each of two groups a mark in the chart and one in the key.
        assertThat(Svg.count(svg, "circle")).isEqualTo(3 + 2 * 2 * 2);
        assertThat(svg).contains(">1 fixed</text>", ">2 sptf</text>", ">front</text>", "<path d=");
    }

    @Test
    void hasNoLineInTheKeyWithoutALine() {
        assertThat(chart("fixed", NO_LINE).svg()).doesNotContain(">front</text>");
    }

    @Test
    void showsNamesAsText() {
        assertThat(Svg.count(chart("<b>&", LINE).svg(), "b")).isZero();
    }

    @Test
    void drawsTheSamePictureAsPng() throws IOException {
        BufferedImage image = image(chart("fixed", LINE));

        assertThat(image.getWidth()).isEqualTo(2 * 820);
        assertThat(image.getHeight()).isEqualTo(2 * 480);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        assertThat(colours)
                .contains(
                        Integer.decode(Colours.group(0)),
                        Integer.decode(Colours.group(1)),
                        Integer.decode(Colours.AXIS),
                        Integer.decode(Colours.GRID),
                        0xFFFFFF);
    }

    @Test
    void givesEqualBytesForEqualValues() {
        assertThat(chart("fixed", LINE).svg()).isEqualTo(chart("fixed", LINE).svg());
        assertThat(chart("fixed", LINE).png()).isPresent();
        assertThat(chart("fixed", LINE).png().get())
                .isEqualTo(chart("fixed", LINE).png().get())
                .isNotEqualTo(chart("other", LINE).png().get());
    }

    @Test
    void isDrawnWithoutGroups() {
        Svg.parse(new GroupChart("none", "x", "y", List.of(), NO_LINE, "front").svg());
    }

    private static BufferedImage image(GroupChart chart) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(chart.png().orElseThrow()));
    }

    private static GroupChart chart(String name, Points line) {
        Points dots = new Points(new double[] {1, 2}, new double[] {2, 3});
        Points dot = new Points(new double[] {5}, new double[] {7});
        return new GroupChart(
                "tonnes",
                "t",
                "L",
                List.of(new Group(name, dots, 1.5, 2.5), new Group("sptf", dot, 5, 7)),
                line,
                "front");
    }
}
