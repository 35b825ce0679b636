package io.fueloptimine.models.training.report;

import io.fueloptimine.models.chart.XmlText;
import io.fueloptimine.models.report.HtmlPage;
import io.fueloptimine.models.report.Picture;
import io.fueloptimine.models.report.ReportMarkdown;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Grouping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Renders a report as files: {@code report.md}, its pictures in {@code pictures/}, and {@code
 * report.html}, which contains the pictures. Equal reports give equal bytes. Stateless.
 */
public final class ReportFiles {

    /** The file name of the report as Markdown. */
    public static final String MARKDOWN = "report.md";

    /** The file name of the report as one HTML page. */
    public static final String HTML = "report.html";

    private static final List<Grouping> GROUPINGS =
            List.of(
                    Grouping.EQUIPMENT_CLASS,
                    Grouping.GRADE_BAND,
                    Grouping.ROUTE,
                    Grouping.MACHINE);

    private ReportFiles() {}

    /** The files of a report by their paths. */
    public static SortedMap<String, byte[]> of(ModelReport report) {
        ReportMarkdown draft = draft(report);
        String markdown = XmlText.legal(draft.markdown());
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Picture picture : draft.pictures()) {
            files.put(picture.path(), bytes(picture.svg()));
        }
        files.put(MARKDOWN, bytes(markdown));
        files.put(HTML, bytes(HtmlPage.of(report.title(), markdown, draft.pictures())));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ReportMarkdown draft(ModelReport report) {
        ReportMarkdown draft = new ReportMarkdown();
        Evaluation whole = report.evaluator().evaluate(report.rows());
        draft.heading(1, report.title());
        writeFacts(report.facts(), draft);
        AccuracyChapter.write(report, whole, draft);
        PredictionChapter.write(report, draft);
        IntervalChapter.write(report, whole, draft);
        GROUPINGS.forEach(grouping -> GroupChapter.write(report, grouping, draft));
        ExplanationChapter.write(report, draft);
        for (Section section : report.sections()) {
            draft.heading(2, section.title());
            draft.block(section.markdown());
        }
        GlossaryChapter.write(report, draft);
        return draft;
    }

    private static void writeFacts(Map<String, String> facts, ReportMarkdown draft) {
        if (!facts.isEmpty()) {
            draft.textTable(
                    List.of("fact", "value"),
                    facts.entrySet().stream()
                            .map(fact -> List.of(fact.getKey(), fact.getValue()))
                            .toList());
        }
    }
}
