package io.fueloptimine.jobs.backtest.report;

import io.fueloptimine.jobs.backtest.mine.Cell;
import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.jobs.backtest.run.Backtest;
import io.fueloptimine.jobs.backtest.run.ShiftPolicy;
import io.fueloptimine.jobs.backtest.run.ShiftResult;
import io.fueloptimine.jobs.compare.report.Table;
import io.fueloptimine.models.chart.XmlText;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.dispatch.scenario.DieselPrice;
import io.fueloptimine.models.mine.input.PrintableText;
import io.fueloptimine.models.report.HtmlPage;
import io.fueloptimine.models.report.MarkdownText;
import io.fueloptimine.models.report.ReportMarkdown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The report of a backtest. Equal records and settings give equal text, Markdown, HTML and CSV.
 * Immutable.
 */
public final class BacktestReport {

    /** The file name of the report as Markdown. */
    public static final String MARKDOWN = "report.md";

    /** The file name of the report as one HTML page. */
    public static final String HTML = "report.html";

    /** The file name of the table of all runs. */
    public static final String RUNS = "runs.csv";

    private static final String TITLE = "Backtest on recorded shifts";

    private final List<String> headline;
    private final Map<String, String> facts;
    private final MineRecords records;
    private final Backtest.Outcome outcome;
    private final FitProof proof;
    private final List<PolicySavings> savings;

    private BacktestReport(
            List<String> headline,
            Map<String, String> facts,
            MineRecords records,
            Backtest.Outcome outcome,
            FitProof proof,
            List<PolicySavings> savings) {
        this.headline = headline;
        this.facts = facts;
        this.records = records;
        this.outcome = outcome;
        this.proof = proof;
        this.savings = savings;
    }

    /**
     * A report.
     *
     * @param price the price of diesel; empty when savings are given in litres alone
     * @param version the version of the software
     */
    public static BacktestReport of(
            Backtest backtest,
            Backtest.Outcome outcome,
            Optional<DieselPrice> price,
            String version) {
        MineRecords records = backtest.records();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("mine", records.site());
        facts.put("classes of the trucks", String.join(", ", records.classNames()));
        facts.put("shifts", String.valueOf(records.shifts().size()));
        facts.put("haul cycles", String.valueOf(records.cycles()));
        facts.put("first seed, seeds", backtest.firstSeed() + ", " + backtest.seeds());
        facts.put(
                "factors of the fit: empty travel, loaded travel, holds at dumps",
                String.format(
                        Locale.ROOT,
                        "%.3f, %.3f, %.3f",
                        outcome.fit().scales().emptyTravel(),
                        outcome.fit().scales().loadedTravel(),
                        outcome.fit().scales().dumpHold()));
        facts.put("version", version);
        FitProof proof = FitProof.of(records.shifts(), outcome.replays());
        List<PolicySavings> savings = savings(backtest, outcome.runs());
        return new BacktestReport(
                new Headline(records, proof, savings, price).lines(),
                facts,
                records,
                outcome,
                proof,
                savings);
    }

    private static List<PolicySavings> savings(Backtest backtest, List<ShiftResult> runs) {
        String recorded = ShiftPolicy.RECORDED.text();
        String fixed = PolicyName.FIXED.text();
        SortedMap<Cell, ShiftResult.Moved> cells =
                CellDeviation.recorded(backtest.records().shifts());
        List<PolicySavings> savings = new ArrayList<>();
        for (PolicyName policy : backtest.policies()) {
            savings.add(PolicySavings.of(policy.text(), recorded, runs, cells, backtest.seeds()));
        }
        if (backtest.policies().contains(PolicyName.FIXED)) {
            for (PolicyName policy : backtest.policies()) {
                if (policy != PolicyName.FIXED) {
                    savings.add(
                            PolicySavings.of(policy.text(), fixed, runs, cells, backtest.seeds()));
                }
            }
        }
        return List.copyOf(savings);
    }

    /** The proof of the fit. */
    public FitProof proof() {
        return proof;
    }

    /** Each policy against the recorded assignments and against fixed pairs. */
    public List<PolicySavings> savings() {
        return savings;
    }

    /** The report for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        headline.forEach(line -> text.append(PrintableText.of(line)).append('\n'));
        text.append('\n');
        facts.forEach(
                (name, value) ->
                        text.append(PrintableText.of(name))
                                .append(": ")
                                .append(PrintableText.of(value))
                                .append('\n'));
        records.lines().forEach(line -> text.append(PrintableText.of(line)).append('\n'));
        for (Table table : tables()) {
            text.append('\n').append(table.text());
        }
        text.append('\n');
        notes().forEach(line -> text.append(PrintableText.of(line)).append('\n'));
        return text.toString();
    }

    /** The report as Markdown. */
    public String markdown() {
        return XmlText.legal(draft().markdown());
    }

    /**
     * Writes {@code report.md}, {@code report.html} and {@code runs.csv}.
     *
     * @param folder the folder; created when it does not exist; files of these names are replaced
     */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        String markdown = markdown();
        Files.writeString(folder.resolve(MARKDOWN), markdown, StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve(HTML),
                HtmlPage.of(TITLE, markdown, List.of()),
                StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve(RUNS), RunLines.of(outcome.runs()), StandardCharsets.UTF_8);
    }

    private ReportMarkdown draft() {
        ReportMarkdown draft = new ReportMarkdown();
        draft.heading(1, TITLE);
        headline.forEach(line -> draft.block(MarkdownText.escape(line)));
        draft.textTable(
                List.of("setting", "value"),
                facts.entrySet().stream()
                        .map(fact -> List.of(fact.getKey(), fact.getValue()))
                        .toList());
        records.lines().forEach(line -> draft.block(MarkdownText.escape(line)));
        tables().forEach(table -> table.write(draft));
        draft.heading(3, "Columns");
        notes().forEach(line -> draft.block(MarkdownText.escape(line)));
        return draft;
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(BacktestTables.fit(proof));
        tables.add(BacktestTables.fitByShift(proof));
        tables.add(BacktestTables.means(outcome.runs()));
        tables.add(BacktestTables.savings(savings));
        Map<Integer, String> names = new LinkedHashMap<>();
        for (RecordedShift shift : records.shifts()) {
            names.put(shift.number(), shift.name());
        }
        savings.stream()
                .filter(saving -> saving.policy().equals(PolicyName.FUELOPTIMINE.text()))
                .forEach(saving -> tables.add(BacktestTables.savingsByShift(saving, names)));
        savings.stream()
                .filter(saving -> !saving.comparable())
                .filter(saving -> saving.reference().equals(ShiftPolicy.RECORDED.text()))
                .forEach(saving -> tables.add(BacktestTables.deviations(saving)));
        return tables;
    }

    private static List<String> notes() {
        return List.of(
                "Fit: the recorded assignments replayed with the recorded truck hours, without a"
                        + " stop at tonnes. The fit was made to the odd shifts; the even ones check"
                        + " it.",
                "Savings: every policy moves the recorded tonnes of each face and destination, with"
                        + " the same trucks, stops and random numbers; a truck works at most four"
                        + " hours longer than recorded. Not comparable: the tonnes of a face and"
                        + " destination over all shifts differ from the recorded ones by more than"
                        + " 1 % or two loads.",
                "Empty travel: litres of an average truck above the least with which the loads could"
                        + " have been fetched; queue: litres in queues. Percentages are of the"
                        + " litres that the reference burnt in haul cycles. The replay cannot react"
                        + " to queues as the fleet system did, so that queue savings against"
                        + " 'recorded' are too high; savings of empty travel are not.",
                "Oracle: what an all-knowing dispatcher saves on empty travel. Intervals are 95 %"
                        + " (Student's t): over the shifts, or of one shift over the seeds.");
    }
}
