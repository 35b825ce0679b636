package io.fueloptimine.models.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.training.evaluation.ClusterBootstrap;
import io.fueloptimine.models.training.evaluation.Evaluator;
import io.fueloptimine.models.training.evaluation.Metrics;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import io.fueloptimine.models.training.explanation.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    private static final String HOSTILE = "<script>alert('|T`*1')</script>\u0000\uD800\n# x";
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Evaluator EVALUATOR =
            new Evaluator(Metrics.WINDOW_MAPE_FLOOR_L, ClusterBootstrap.seeded(7));

    @TempDir Path directory;

    @Test
    void refersToEveryPictureThatItWrites() throws IOException {
        write(full(), directory);

        List<String> referred = new ArrayList<>();
        Matcher image = Pattern.compile("!\\[.*]\\((.*)\\)").matcher(markdown());
        while (image.find()) {
            referred.add(image.group(1));
        }
        assertThat(referred)
                .contains(
                        "pictures/burned-against-expected.svg",
                        "pictures/residuals-against-expected.svg",
                        "pictures/residual-histogram.svg",
                        "pictures/residuals-over-time.svg",
                        "pictures/interval-coverage.svg",
                        "pictures/mae-by-machine-class.svg",
                        "pictures/mae-by-grade-band.svg",
                        "pictures/mae-by-route.svg",
                        "pictures/mae-by-machine.svg",
                        "pictures/bias-by-machine.svg",
                        "pictures/contributions.svg",
                        "pictures/dependence-1-climb-m.svg")
                .doesNotHaveDuplicates()
                .allSatisfy(path -> StrictXml.parse(Files.readString(directory.resolve(path))));
        try (Stream<Path> written = Files.list(directory.resolve("pictures"))) {
            assertThat(written).hasSameSizeAs(referred);
        }
    }

    @Test
    void containsAllPicturesInTheHtmlPage() throws IOException {
        write(full(), directory);

        int pictures = StrictXml.count(html(), "svg");
        try (Stream<Path> written = Files.list(directory.resolve("pictures"))) {
            assertThat(written).hasSize(pictures);
        }
        assertThat(StrictXml.count(html(), "img")).isZero();
        assertThat(StrictXml.count(html(), "link")).isZero();
        assertThat(StrictXml.count(html(), "script")).isZero();
    }

    @Test
    void showsTheMetricsOfTheModelAndTheBaselines() throws IOException {
        write(full(), directory);

        assertThat(markdown())
                .startsWith("# Fuel model 2.3.0\n\n| fact | value |")
                .contains("| version | 2.3.0 |")
                .contains("| model | 600 | 0.200 |")
                .contains("| model, 95 % confidence |  |")
                .contains("| physics | 600 | 0.400 |")
                .contains("| elsewhere | 100 | 0.300 |")
                .contains("The mean absolute error is 0.200 L per window (")
                .contains(", 50 % below the 0.400 L of the best baseline, physics.")
                .contains("resamples of 6 machines. With so few machines")
                .contains("meant to contain 80 % of the rows. They contain 100.00 %");
        assertThat(html()).contains("<td align=\"right\">0.400</td>");
    }

    @Test
    void showsHostileNamesAsText() throws IOException {
        List<PredictedRow> rows = new ArrayList<>(rows(0.2));
        rows.add(new PredictedRow(HOSTILE, HOSTILE, HOSTILE, HOSTILE, 2, 3, 1, 4));
        Explanation explanation =
                new Explanation(
                        List.of(HOSTILE), new float[][] {{1}, {2}}, new float[][] {{1, 2}, {2, 2}});
        write(
                ModelReport.of(HOSTILE, rows, EVALUATOR)
                        .rowName(HOSTILE)
                        .fact(HOSTILE, HOSTILE)
                        .baseline(HOSTILE, Metrics.of(rows))
                        .explanation(explanation)
                        .section(HOSTILE, "Raw <script>alert(1)</script> and <b>HTML</b>.")
                        .build(),
                directory);

        assertThat(StrictXml.count(html(), "script")).isZero();
        assertThat(StrictXml.count(html(), "b")).isZero();
        assertThat(StrictXml.parse(html()).getDocumentElement().getTextContent())
                .contains("<script>alert('|T`*1')</script>\\u0000\\uD800 # x")
                .contains("Raw <script>alert(1)</script> and <b>HTML</b>.");
        assertThat(markdown()).doesNotContain("\n# x").contains("\\<script\\>alert('\\|T\\`\\*1')");
        try (Stream<Path> pictures = Files.list(directory.resolve("pictures"))) {
            assertThat(pictures).allSatisfy(path -> StrictXml.parse(Files.readString(path)));
        }
    }

    @Test
    void rendersASectionsMarkdown() throws IOException {
        write(
                ModelReport.of("Report", rows(0.2), EVALUATOR)
                        .section(
                                "Linear baseline",
                                "| term | value |\n|---|---:|\n| `payload_t` | 0.004 |\n\n"
                                        + "![plot](pictures/none.svg)")
                        .build(),
                directory);

        assertThat(html())
                .contains("<h2>Linear baseline</h2>")
                .contains("<td><code>payload_t</code></td>")
                .contains("<p>plot</p>");
    }

    @Test
    void writesTheSameBytesForTheSameReport() throws IOException {
        write(full(), directory.resolve("one"));
        write(full(), directory.resolve("two"));

        for (String file : List.of(ReportFiles.MARKDOWN, ReportFiles.HTML)) {
            assertThat(directory.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(directory.resolve("two").resolve(file));
        }
    }

    @Test
    void omitsWhatIsNotGiven() throws IOException {
        PredictedRow only =
                new PredictedRow("T1", "930E", null, null, 2, 2.5, Double.NaN, Double.NaN);
        write(ModelReport.of("One row", List.of(only), EVALUATOR).build(), directory);

        assertThat(markdown())
                .contains("so there are no confidence intervals")
                .doesNotContain("| coverage, % |")
                .doesNotContain("## By ")
                .doesNotContain("## Predicted intervals")
                .doesNotContain("## Contributions")
                .doesNotContain("best baseline")
                .doesNotContain("over time");
        StrictXml.parse(html());
    }

    @Test
    void namesTheGroupsThatAreNotDrawnOrTooSmall() throws IOException {
        List<PredictedRow> rows = new ArrayList<>();
        for (int route = 0; route < 70; route++) {
            rows.add(hauled("T1", "R" + route, 0.1));
            if (route > 0) {
                rows.add(hauled("T2", "R" + route, 0.2));
            }
        }
        write(ModelReport.of("Routes", rows, EVALUATOR).build(), directory);

        assertThat(markdown())
                .contains("The chart shows the 60 of 70 groups with the most rows.")
                .contains("| R0 (too few rows) | 1 |")
                .contains("| R49 | 2 |");
    }

    @Test
    void rejectsRowsAndTimesThatDoNotMatch() {
        assertThatThrownBy(() -> ModelReport.of("none", List.of(), EVALUATOR).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
        assertThatThrownBy(
                        () ->
                                ModelReport.of("times", rows(0.2), EVALUATOR)
                                        .times(List.of(START))
                                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("times must be as many as rows, are 1 and 600");
    }

    private String markdown() throws IOException {
        return Files.readString(directory.resolve(ReportFiles.MARKDOWN));
    }

    private String html() throws IOException {
        return Files.readString(directory.resolve(ReportFiles.HTML));
    }

    private static ModelReport full() {
        List<PredictedRow> rows = rows(0.2);
        return ModelReport.of("Fuel model 2.3.0", rows, EVALUATOR)
                .rowName("window")
                .fact("version", "2.3.0")
                .baseline("mean", Metrics.of(rows(0.9)))
                .baseline("physics", Metrics.of(rows(0.4)))
                .baseline("elsewhere", Metrics.of(rows(0.3).subList(0, 100)))
                .times(
                        Stream.iterate(START, time -> time.plusSeconds(60))
                                .limit(rows.size())
                                .toList())
                .explanation(explanation())
                .section("Linear baseline", "Nothing to add.")
                .build();
    }

    /** Rows of six trucks whose errors all have this size, with alternating signs. */
    private static List<PredictedRow> rows(double errorL) {
        List<PredictedRow> rows = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            double actualL = 1 + (i % 50) / 10.0;
            double expectedL = actualL + (i % 2 == 0 ? errorL : -errorL);
            rows.add(
                    new PredictedRow(
                            "T" + i % 6,
                            i % 6 < 3 ? "930E" : "793F",
                            "S" + i % 4 + " to D1",
                            i % 5 + "..3 %",
                            actualL,
                            expectedL,
                            expectedL - 1,
                            expectedL + 1));
        }
        return rows;
    }

    private static PredictedRow hauled(String machineId, String route, double errorL) {
        return new PredictedRow(
                machineId, "930E", route, null, 2, 2 + errorL, Double.NaN, Double.NaN);
    }

    private static void write(ModelReport report, Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : ReportFiles.of(report).entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private static Explanation explanation() {
        Random random = new Random(2);
        float[][] values = new float[500][];
        float[][] contributions = new float[500][];
        for (int row = 0; row < values.length; row++) {
            float payload = 300 * random.nextFloat();
            float climb = row % 10 == 0 ? Float.NaN : 40 * random.nextFloat();
            values[row] = new float[] {payload, climb};
            float added = Float.isNaN(climb) ? 0 : climb * payload / 1_000;
            contributions[row] = new float[] {payload / 1_000, added, 2};
        }
        return new Explanation(List.of("payload_t", "climb_m"), values, contributions);
    }
}
