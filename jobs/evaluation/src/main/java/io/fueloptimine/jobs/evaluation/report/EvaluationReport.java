package io.fueloptimine.jobs.evaluation.report;

import io.fueloptimine.jobs.compare.report.Table;
import io.fueloptimine.jobs.evaluation.run.Detector;
import io.fueloptimine.jobs.evaluation.run.SiteResult;
import io.fueloptimine.models.chart.BarChart;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.PrintableText;
import io.fueloptimine.models.report.HtmlPage;
import io.fueloptimine.models.report.Picture;
import io.fueloptimine.models.report.ReportMarkdown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report of an evaluation. Equal results give equal text, JSON, Markdown, HTML and SVG.
 * Immutable.
 */
public final class EvaluationReport {

    /** The file name of the report as one HTML page. */
    public static final String HTML = "report.html";

    /** The file name of the tables as JSON. */
    public static final String JSON = "report.json";

    private static final String MARKDOWN = "report.md";
    private static final String TITLE = "Evaluation of alarms";

    /** The most false alarms per machine-day on clean time. */
    private static final double TARGET_PER_DAY = 0.05;

    private static final String READING =
            "A fault counts if it had an effect in the simulated mine. It is found by an alarm of a"
                    + " type that names it, on an affected machine or the whole site, from its"
                    + " beginning until three hours after its end. An alarm is false if neither a"
                    + " fault nor a natural condition of the mine explains it: signs of a breakdown,"
                    + " a low tank, idling, a load above 110 % or below 90 %, a note. Baselines: fixed thresholds"
                    + " on single values and hourly means; every alarm on every machine every hour.";

    private final Map<String, String> facts;
    private final List<SiteResult> results;

    /**
     * @param facts what readers need to repeat the evaluation, by name
     */
    public EvaluationReport(Map<String, String> facts, List<SiteResult> results) {
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        this.results = List.copyOf(results);
    }

    /** The report for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        facts.forEach(
                (name, value) ->
                        text.append(PrintableText.of(name))
                                .append(": ")
                                .append(PrintableText.of(value))
                                .append('\n'));
        tables().forEach(table -> text.append('\n').append(table.text()));
        return text.toString();
    }

    private List<Table> tables() {
        return List.of(EvaluationTables.faults(results), EvaluationTables.falseAlarms(results));
    }

    /** The rows of all detectors, the false alarms of the jobs one by one, and the facts. */
    public byte[] json() {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        List<Object> faults = new ArrayList<>();
        List<Object> falseAlarms = new ArrayList<>();
        for (Detector detector : Detector.values()) {
            faults.addAll(FaultRow.of(results, detector));
            falseAlarms.addAll(FalseAlarmRow.of(results, detector));
        }
        all.put("machineDays", results.stream().mapToDouble(SiteResult::machineDays).sum());
        all.put(
                "faultsWithoutEffect",
                results.stream()
                        .mapToInt(one -> one.byDetector().get(Detector.JOBS).notTakenPlace())
                        .sum());
        all.put("faults", faults);
        all.put("falseAlarms", falseAlarms);
        all.put(
                "falseAlarmsOfJobs",
                results.stream()
                        .flatMap(one -> one.byDetector().get(Detector.JOBS).falseAlarms().stream())
                        .toList());
        return MineJson.toBytes(all);
    }

    private ReportMarkdown draft() {
        ReportMarkdown draft = new ReportMarkdown();
        draft.heading(1, TITLE);
        draft.block(READING);
        draft.textTable(
                List.of("fact", "value"),
                facts.entrySet().stream()
                        .map(fact -> List.of(fact.getKey(), fact.getValue()))
                        .toList());
        tables().forEach(table -> table.write(draft));
        for (Detector detector : List.of(Detector.JOBS, Detector.FIXED_THRESHOLDS)) {
            picture(detector).ifPresent(draft::picture);
        }
        draft.picture(falseAlarmPicture());
        return draft;
    }

    private Optional<Picture> picture(Detector detector) {
        List<FaultRow> rows = FaultRow.of(results, detector);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<BarChart.Bar> bars =
                rows.stream()
                        .map(
                                row ->
                                        new BarChart.Bar(
                                                row.kind().wireName(),
                                                100.0 * row.inTime() / row.faults(),
                                                new BarChart.Whisker(Double.NaN, Double.NaN),
                                                row.faults(),
                                                false))
                        .toList();
        String title = "Found in time by " + detector.text();
        return Optional.of(
                Picture.named(
                        "found-" + detector.text().replace(' ', '-'),
                        title,
                        "Share of the faults that were found before their deadline, %; rows is the"
                                + " number of faults.",
                        new BarChart(title, "found in time", "%", bars, 95).svg()));
    }

    private Picture falseAlarmPicture() {
        List<BarChart.Bar> bars =
                Arrays.stream(Detector.values())
                        .filter(detector -> detector != Detector.ALWAYS)
                        .map(detector -> FalseAlarmRow.of(results, detector).get(0))
                        .map(
                                row ->
                                        new BarChart.Bar(
                                                row.detector().text(),
                                                Double.isNaN(row.cleanPerDay())
                                                        ? row.besidePerDay()
                                                        : row.cleanPerDay(),
                                                new BarChart.Whisker(Double.NaN, Double.NaN),
                                                Double.isNaN(row.cleanPerDay())
                                                        ? row.besideFaults()
                                                        : row.clean(),
                                                false))
                        .toList();
        String title = "False alarms per machine-day";
        return Picture.named(
                "false-alarms",
                title,
                "Alarms that nothing explains, on clean time if there is any, else beside faults;"
                        + " rows is their number.",
                new BarChart(title, "false alarms", "per machine-day", bars, TARGET_PER_DAY).svg());
    }

    /**
     * Writes JSON, Markdown, HTML and pictures to a folder, which is created if it does not exist.
     */
    public void writeTo(Path folder) throws IOException {
        ReportMarkdown draft = draft();
        Files.createDirectories(folder);
        Files.write(folder.resolve(JSON), json());
        write(folder.resolve(MARKDOWN), draft.markdown());
        write(folder.resolve(HTML), HtmlPage.of(TITLE, draft.markdown(), draft.pictures()));
        for (Picture picture : draft.pictures()) {
            Path file = folder.resolve(picture.path());
            Files.createDirectories(file.getParent());
            write(file, picture.svg());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
