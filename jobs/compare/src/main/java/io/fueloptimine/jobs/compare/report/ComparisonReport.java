package io.fueloptimine.jobs.compare.report;

import io.fueloptimine.jobs.compare.run.RunResult;
import io.fueloptimine.jobs.compare.statistics.PolicyComparison;
import io.fueloptimine.jobs.compare.statistics.PolicyRuns;
import io.fueloptimine.jobs.compare.statistics.VariantComparison;
import io.fueloptimine.models.chart.XmlText;
import io.fueloptimine.models.mine.input.PrintableText;
import io.fueloptimine.models.report.HtmlPage;
import io.fueloptimine.models.report.MarkdownText;
import io.fueloptimine.models.report.ReportMarkdown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report of a comparison. Equal settings and runs give equal text, Markdown, HTML, SVG and CSV;
 * the PNG files are equal on hosts with equal fonts. Immutable.
 */
public final class ComparisonReport {

    /** The file name of the report as Markdown. */
    public static final String MARKDOWN = "report.md";

    /** The file name of the report as one HTML page. */
    public static final String HTML = "report.html";

    /** The file name of the table of all runs. */
    public static final String RUNS = "runs.csv";

    private static final String TITLE = "Comparison of dispatch policies";

    private final Map<String, String> settings;
    private final List<VariantComparison> variants;
    private final List<TonnesLitresPicture> pictures;

    private ComparisonReport(Map<String, String> settings, List<VariantComparison> variants) {
        this.settings = settings;
        this.variants = variants;
        this.pictures = TonnesLitresPicture.allOf(variants);
    }

    /**
     * A report.
     *
     * @param settings what readers need to repeat the comparison, such as mine and version, by
     *     name; the report adds policies, variants, seeds and hours from the runs
     * @param runs all runs, in the order in which the report shows variants and policies
     * @throws IllegalArgumentException when the runs cannot be compared (see {@link
     *     VariantComparison#allOf})
     */
    public static ComparisonReport of(Map<String, String> settings, List<RunResult> runs) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        RunFacts.of(runs).forEach(all::putIfAbsent);
        return new ComparisonReport(
                Collections.unmodifiableMap(all), VariantComparison.allOf(runs));
    }

    /** The comparisons by variant. */
    public List<VariantComparison> variants() {
        return variants;
    }

    /** The report for a terminal: lines of up to about 180 characters. */
    public String text() {
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (name, value) ->
                        text.append(PrintableText.of(name))
                                .append(": ")
                                .append(PrintableText.of(value))
                                .append('\n'));
        text.append('\n').append(PolicyTables.means(variants).text());
        text.append('\n').append(differencesText());
        for (String sentence : Verdicts.notComparable(variants)) {
            text.append('\n').append(PrintableText.of(sentence)).append('\n');
        }
        for (VariantComparison variant : variants) {
            for (PolicyRuns policy : variant.policies()) {
                text.append('\n').append(HaulMatrix.of(variant.variant(), policy).text());
            }
        }
        text.append('\n');
        ColumnNotes.lines(reference())
                .forEach(line -> text.append(PrintableText.of(line)).append('\n'));
        return text.toString();
    }

    /** The report as Markdown. It refers to the SVG files beside it. */
    public String markdown() {
        return XmlText.legal(draft().markdown());
    }

    /** The report as one HTML page, with its pictures. */
    public String html() {
        ReportMarkdown draft = draft();
        return HtmlPage.of(TITLE, XmlText.legal(draft.markdown()), draft.pictures());
    }

    /**
     * Writes {@code report.md}, {@code report.html}, {@code runs.csv} and the pictures {@code
     * tonnes-litres*.svg} and {@code .png}. The PNG files are left out when this Java cannot draw
     * text, because the host has no font.
     *
     * @param folder the folder; created when it does not exist; files of these names are replaced
     * @return the files written, by name
     */
    public List<Path> writeTo(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(MARKDOWN, bytes(markdown()));
        files.put(HTML, bytes(html()));
        files.put(RUNS, bytes(RunsCsv.of(variants)));
        for (TonnesLitresPicture picture : pictures) {
            files.put(picture.name() + ".svg", bytes(picture.chart().svg()));
            picture.chart().png().ifPresent(png -> files.put(picture.name() + ".png", png));
        }
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            written.add(Files.write(folder.resolve(file.getKey()), file.getValue()));
        }
        return List.copyOf(written);
    }

    private String reference() {
        return variants.get(0).reference().policy();
    }

    private boolean hasOthers() {
        return variants.stream().anyMatch(variant -> !variant.others().isEmpty());
    }

    private String differencesText() {
        return hasOthers()
                ? PolicyTables.differences(variants).text()
                        + '\n'
                        + PolicyTables.faces(variants).text()
                : "One policy only: no differences.\n";
    }

    private ReportMarkdown draft() {
        ReportMarkdown draft = new ReportMarkdown();
        draft.heading(1, TITLE);
        draft.textTable(
                List.of("setting", "value"),
                settings.entrySet().stream()
                        .map(setting -> List.of(setting.getKey(), setting.getValue()))
                        .toList());
        draft.heading(2, "Policies");
        Verdicts.notComparable(variants)
                .forEach(sentence -> draft.block(MarkdownText.escape(sentence)));
        PolicyTables.means(variants).write(draft);
        if (hasOthers()) {
            PolicyTables.differences(variants).write(draft);
            PolicyTables.faces(variants).write(draft);
        }
        draft.heading(3, "Columns");
        ColumnNotes.lines(reference()).forEach(line -> draft.block(MarkdownText.escape(line)));
        draft.heading(2, "Tonnes and litres");
        pictures.forEach(picture -> draft.picture(picture.picture()));
        writeQuantities(draft);
        draft.heading(2, "Faces and dumps");
        for (VariantComparison variant : variants) {
            variant.policies().forEach(p -> HaulMatrix.of(variant.variant(), p).write(draft));
        }
        writeRuns(draft);
        return draft;
    }

    private void writeQuantities(ReportMarkdown draft) {
        if (hasOthers()) {
            draft.heading(2, "Differences by quantity");
        }
        for (VariantComparison variant : variants) {
            for (PolicyComparison other : variant.others()) {
                if (other.comparable()) {
                    PolicyTables.quantities(variant, other).write(draft);
                } else {
                    draft.block(MarkdownText.escape(Verdicts.sentence(variant, other)));
                }
            }
        }
    }

    private void writeRuns(ReportMarkdown draft) {
        Table runs = Verdicts.runs(variants);
        draft.heading(2, runs.title());
        if (runs.rows().isEmpty()) {
            draft.block("None.");
        } else {
            draft.table(runs.names(), runs.header(), runs.rows());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
