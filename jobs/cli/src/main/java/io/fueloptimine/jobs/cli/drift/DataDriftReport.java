package io.fueloptimine.jobs.cli.drift;

import io.fueloptimine.jobs.compare.report.Table;
import io.fueloptimine.models.chart.XmlText;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DataDriftStatus;
import io.fueloptimine.models.mine.input.PrintableText;
import io.fueloptimine.models.report.HtmlPage;
import io.fueloptimine.models.report.MarkdownText;
import io.fueloptimine.models.report.Picture;
import io.fueloptimine.models.report.ReportMarkdown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The report of data drift: the newest comparison of each machine class as a table, and pictures of
 * the features that are furthest from the training data. Equal rows give equal reports.
 */
final class DataDriftReport {

    /** The file name of the report as one HTML page. */
    static final String HTML = "report.html";

    private static final String MARKDOWN = "report.md";
    private static final String TITLE = "Live data against training data";
    private static final int PICTURED = 6;

    private final String site;
    private final List<DataDrift> rows;
    private final DataDriftPictures pictures;

    /**
     * @param rows the rows of all comparisons, at least one
     * @param registry the registry with the versions that the rows name
     */
    DataDriftReport(String site, List<DataDrift> rows, ModelRegistry registry) {
        this.site = site;
        this.rows = rows;
        this.pictures = new DataDriftPictures(registry);
    }

    /** The report for a terminal. */
    String text() {
        StringBuilder text = new StringBuilder();
        headline().forEach(line -> text.append(PrintableText.of(line)).append('\n'));
        return text.append('\n').append(table().text()).toString();
    }

    /** Writes the report as Markdown and as HTML. */
    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        ReportMarkdown draft = new ReportMarkdown();
        draft.heading(1, TITLE);
        headline().forEach(line -> draft.block(MarkdownText.escape(line)));
        table().write(draft);
        for (DataDrift worst : worst()) {
            draft.heading(2, worst.equipmentClass() + ", " + worst.feature());
            pictures.histogram(worst).ifPresent(draft::picture);
            draft.picture(pictures.overTime(worst, rows));
        }
        String markdown = XmlText.legal(draft.markdown());
        Files.writeString(folder.resolve(MARKDOWN), markdown, StandardCharsets.UTF_8);
        for (Picture picture : draft.pictures()) {
            Path file = folder.resolve(picture.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, picture.svg(), StandardCharsets.UTF_8);
        }
        Files.writeString(
                folder.resolve(HTML),
                HtmlPage.of(TITLE, markdown, draft.pictures()),
                StandardCharsets.UTF_8);
    }

    private List<String> headline() {
        List<String> lines = new ArrayList<>();
        Map<String, List<DataDrift>> byClass =
                newest().stream()
                        .collect(
                                Collectors.groupingBy(
                                        DataDrift::equipmentClass,
                                        TreeMap::new,
                                        Collectors.toList()));
        byClass.forEach((name, ofClass) -> lines.add(headline(name, ofClass)));
        return lines;
    }

    private String headline(String name, List<DataDrift> ofClass) {
        DataDrift any = ofClass.get(0);
        String where =
                String.format(
                        Locale.ROOT,
                        "%s, class %s, %s to %s, %s version %s: ",
                        site,
                        name,
                        any.since(),
                        any.at(),
                        any.modelName(),
                        any.modelVersion());
        if (any.status() == DataDriftStatus.NO_REFERENCE) {
            return where + "the model has no histograms of this class, nothing was compared";
        }
        List<String> drifted =
                ofClass.stream()
                        .filter(row -> row.status() == DataDriftStatus.DRIFTED)
                        .map(DataDrift::feature)
                        .toList();
        return where
                + drifted.size()
                + " of "
                + ofClass.size()
                + " features have drifted"
                + (drifted.isEmpty() ? "" : " (" + String.join(", ", drifted) + ")");
    }

    private Table table() {
        List<List<String>> cells = new ArrayList<>();
        for (DataDrift row : newest()) {
            cells.add(
                    List.of(
                            row.equipmentClass(),
                            row.feature(),
                            row.status().name(),
                            String.valueOf(row.samples()),
                            number(row.psi()),
                            number(row.psiByChance()),
                            number(row.kullbackLeibler()),
                            number(row.jensenShannon()),
                            number(row.wasserstein()),
                            number(row.kolmogorovSmirnov()),
                            number(row.outOfRangeShare()),
                            number(row.missingShare())));
        }
        return new Table(
                "Newest comparison of each class",
                3,
                List.of(
                        "class",
                        "feature",
                        "status",
                        "windows",
                        "PSI",
                        "by chance",
                        "KL",
                        "JS",
                        "Wasserstein",
                        "KS",
                        "out of range",
                        "missing"),
                cells);
    }

    private static String number(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private List<DataDrift> newest() {
        Map<String, Instant> newest = new TreeMap<>();
        rows.forEach(
                row ->
                        newest.merge(
                                row.equipmentClass(),
                                row.at(),
                                (known, at) -> at.isAfter(known) ? at : known));
        return rows.stream()
                .filter(row -> row.at().equals(newest.get(row.equipmentClass())))
                .sorted(
                        Comparator.comparing(DataDrift::equipmentClass)
                                .thenComparing(
                                        row -> row.status() == DataDriftStatus.DRIFTED ? 0 : 1)
                                .thenComparing(row -> -beyondChance(row)))
                .toList();
    }

    private List<DataDrift> worst() {
        return newest().stream()
                .filter(row -> row.psi() != null)
                .sorted(
                        Comparator.<DataDrift, Integer>comparing(
                                        row -> row.status() == DataDriftStatus.DRIFTED ? 0 : 1)
                                .thenComparing(row -> -beyondChance(row)))
                .limit(PICTURED)
                .toList();
    }

    private static double beyondChance(DataDrift row) {
        return row.psi() == null ? 0 : row.psi() - row.psiByChance();
    }
}
