package io.fueloptimine.jobs.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.compare.TestRun;
import io.fueloptimine.jobs.compare.run.RunResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ComparisonReportTest {

    private static final String HOSTILE = "<script>alert('x|y')</script>\u0007\n# h";
    private static final Map<String, String> SETTINGS = Map.of("mine", "andes.yaml");

    @TempDir Path folder;

    @Test
    void showsThePoliciesInTheTerminal() {
        String text = ComparisonReport.of(SETTINGS, runs("sptf")).text();

        assertThat(text)
                .startsWith("mine: andes.yaml\npolicies: fixed, sptf, lazy\nvariants: base\n")
                .contains("seeds: 1 to 5\nsimulated hours per run: 24.0\nruns: 15\n")
                .contains("Differences to fixed, paired by seed");
        assertThat(cells(text, "fixed "))
                .containsExactly(
                        "fixed", "base", "5", "3,000", "0.3333", "50.0", "4.00", "2.00", "0.8000",
                        "0.50");
        assertThat(cellsAfter(text, "Differences", "sptf"))
                .containsExactly(
                        "sptf",
                        "base",
                        "yes",
                        "4 of 5 (80 %)",
                        "-10.00 (-10.00 to -10.00)",
                        "-10.00 (-10.00 to -10.00)",
                        "0.00 (0.00 to 0.00)",
                        "-10.00 (-10.00 to -10.00)",
                        "50");
    }

    @Test
    void givesNoSavingOfAPolicyThatIsNotComparable() {
        ComparisonReport report = ComparisonReport.of(SETTINGS, runs("sptf"));

        assertThat(cellsAfter(report.text(), "Differences", "lazy"))
                .containsExactly(
                        "lazy",
                        "base",
                        "NOT COMPARABLE",
                        "0 of 5 (0 %)",
                        "-",
                        "-",
                        "-",
                        "+20.00 (+20.00 to +20.00)",
                        "-");
        assertThat(report.text()).contains("lazy, variant base: NOT COMPARABLE with fixed.");
        assertThat(report.markdown())
                .contains("lazy, variant base: NOT COMPARABLE with fixed.")
                .contains("| lazy | base | NOT COMPARABLE | 0 of 5 (0 %) | - | - | - |")
                .contains("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
                .contains("### sptf against fixed, variant base, 4 comparable runs")
                .doesNotContain("### lazy against fixed")
                .contains(
                        "| lazy | base | 1 | face F1 -1,000 t (1,000 t against 2,000 t, allowed 200"
                                + " t); face F2 -500 t (500 t against 1,000 t, allowed 200 t);");
    }

    @Test
    void comparesTheTonnesOfEachFaceOfTheLastPolicyWithThoseOfTheOthers() {
        ComparisonReport report = ComparisonReport.of(SETTINGS, runs("sptf"));
        String title = "Tonnes per face of lazy against each policy, paired by seed";

        assertThat(report.markdown()).contains("### " + title);
        assertThat(cellsAfter(report.text(), title, "fixed"))
                .containsExactly(
                        "fixed",
                        "base",
                        "F1",
                        "LESS",
                        "2,000",
                        "1,000",
                        "-50.00 (-50.00 to -50.00)");
        assertThat(cellsAfter(report.text(), title, "sptf")).contains("F1", "LESS");
    }

    @Test
    void showsTheTonnesByFaceAndDump() {
        String text = ComparisonReport.of(SETTINGS, runs("sptf")).text();

        String title =
                "fixed, variant base: tonnes per run by face and dump; head grade 0.8000 %,"
                        + " waste/ore 0.50";
        assertThat(text).contains(title);
        assertThat(cellsAfter(text, title, "face "))
                .containsExactly("face", "material", "to CRUSHER, t", "to D1, t", "all, t");
        assertThat(cellsAfter(text, title, "F1 "))
                .containsExactly("F1", "ore", "2,000", "-", "2,000");
        assertThat(cellsAfter(text, title, "F2 "))
                .containsExactly("F2", "waste", "-", "1,000", "1,000");
        assertThat(cellsAfter(text, title, "all "))
                .containsExactly("all", "-", "2,000", "1,000", "3,000");
    }

    @Test
    void showsNamesFromOutsideAsText() throws Exception {
        ComparisonReport report = ComparisonReport.of(Map.of(HOSTILE, HOSTILE), runs(HOSTILE));

        Document html = parse(report.html());
        assertThat(html.getElementsByTagName("script").getLength()).isZero();
        assertThat(html.getDocumentElement().getTextContent())
                .contains("<script>alert('x|y')</script>\\u0007 # h");
        assertThat(report.markdown()).doesNotContain("<script>").doesNotContain("\n# h");
        assertThat(report.text()).doesNotContain("\u0007").doesNotContain("\n# h");
    }

    @Test
    void putsThePictureIntoTheHtmlPage() throws Exception {
        Document html = parse(ComparisonReport.of(SETTINGS, runs("sptf")).html());

        assertThat(html.getElementsByTagName("svg").getLength()).isEqualTo(1);
        assertThat(html.getElementsByTagName("circle").getLength()).isEqualTo(15 + 2 * 2 * 3);
        assertThat(html.getElementsByTagName("img").getLength()).isZero();
        assertThat(html.getElementsByTagName("link").getLength()).isZero();
    }

    @Test
    void writesTheSameBytesForTheSameRuns() throws IOException {
        List<Path> one = write("one");
        Locale usual = Locale.getDefault();
        List<Path> two;
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            two = write("two");
        } finally {
            Locale.setDefault(usual);
        }

        assertThat(one)
                .extracting(path -> path.getFileName().toString())
                .containsExactly(
                        "report.html",
                        "report.md",
                        "runs.csv",
                        "tonnes-litres.png",
                        "tonnes-litres.svg");
        for (int i = 0; i < one.size(); i++) {
            assertThat(one.get(i)).hasSameBinaryContentAs(two.get(i));
        }
    }

    @Test
    void writesAPictureForEachVariant() throws IOException {
        List<RunResult> runs = new ArrayList<>();
        for (String variant : List.of("base", "road-damage")) {
            runs.add(TestRun.of("fixed", 1).on(variant).ore("F1", 1_000).result());
        }
        ComparisonReport report = ComparisonReport.of(SETTINGS, runs);

        assertThat(report.writeTo(folder))
                .contains(
                        folder.resolve("tonnes-litres.svg"),
                        folder.resolve("tonnes-litres-2-road-damage.svg"));
        assertThat(report.markdown()).contains("](tonnes-litres-2-road-damage.svg)");
        assertThat(report.text()).contains("One policy only: no differences.");
    }

    @Test
    void writesEveryRunAsALine() throws IOException {
        write("csv");
        List<String> lines = Files.readAllLines(folder.resolve("csv").resolve("runs.csv"));

        assertThat(lines).hasSize(16);
        assertThat(lines.get(0)).startsWith("variant,policy,seed,comparable,hours,loads,tonnes,");
        assertThat(lines.get(1))
                .isEqualTo(
                        "base,fixed,1,reference,24.00000,30,3000.00000,1000.00000,0.33333,"
                                + "1000.00000,50.00000,40.00000,10.00000,3.00000,1.00000,2.00000,"
                                + "0.80000,7,1");
        assertThat(lines.get(6)).startsWith("base,sptf,1,yes,").contains(",900.00000,0.30000,");
        assertThat(lines.get(10)).startsWith("base,sptf,5,no,");
    }

    @Test
    void quotesNamesInTheCsvFile() throws IOException {
        List<RunResult> runs = List.of(TestRun.of("a,\"b\"", 1).ore("F1", 1_000).result());
        ComparisonReport.of(SETTINGS, runs).writeTo(folder);

        assertThat(Files.readString(folder.resolve("runs.csv")))
                .contains("base,\"a,\"\"b\"\"\",1,");
    }

    @Test
    void showsADashForFiguresThatDoNotExist() {
        List<RunResult> runs =
                List.of(TestRun.of("fixed", 1).result(), TestRun.of("sptf", 1).result());
        String text = ComparisonReport.of(SETTINGS, runs).text();

        assertThat(cells(text, "fixed "))
                .containsExactly("fixed", "base", "1", "0", "-", "50.0", "4.00", "2.00", "-", "-");
        assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
    }

    /** Five seeds: the policy saves 10 %, except in a run of half the tonnes; lazy halves all. */
    private static List<RunResult> runs(String policy) {
        List<RunResult> runs = new ArrayList<>();
        for (int seed = 1; seed <= 5; seed++) {
            double share = seed == 5 ? 0.5 : 1;
            runs.add(run("fixed", seed, 1).litres(1_000).result());
            runs.add(run(policy, seed, share).litres(900 * share).emptyKm(45).result());
            runs.add(run("lazy", seed, 0.5).litres(600).result());
        }
        return runs;
    }

    private static TestRun run(String policy, long seed, double share) {
        return TestRun.of(policy, seed).ore("F1", 2_000 * share).waste("F2", "D1", 1_000 * share);
    }

    private List<Path> write(String name) throws IOException {
        return ComparisonReport.of(SETTINGS, runs("sptf")).writeTo(folder.resolve(name));
    }

    /** The cells of the first line that starts with a text; cells are two spaces apart. */
    private static List<String> cells(String text, String start) {
        return text.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .map(line -> Arrays.asList(line.split(" {2,}")))
                .orElseThrow();
    }

    private static List<String> cellsAfter(String text, String title, String start) {
        return cells(text.substring(text.indexOf(title) + title.length()), start);
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
