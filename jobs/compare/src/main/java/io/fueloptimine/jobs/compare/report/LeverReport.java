package io.fueloptimine.jobs.compare.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fueloptimine.jobs.compare.run.Lever;
import io.fueloptimine.jobs.compare.run.LeverComparison;
import io.fueloptimine.jobs.compare.statistics.MeanInterval;
import io.fueloptimine.jobs.compare.statistics.PairedDifference;
import io.fueloptimine.jobs.compare.statistics.Quantity;
import io.fueloptimine.jobs.compare.statistics.RunPair;
import io.fueloptimine.jobs.compare.statistics.TonnesDeviation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One row for each lever and variant: litres and tonnes with the lever minus without it, and
 * whether the lever is shipped switched on. Immutable.
 *
 * @param rows the rows
 */
public record LeverReport(List<Row> rows) {

    /** A lever is not switched on if it loses more of the tonnes than this, %. */
    private static final double LOST_TONNES_PCT = 0.5;

    /**
     * The result of one lever on one variant.
     *
     * @param lever the lever
     * @param variant name of the variant
     * @param policyWith policy of the runs with the lever
     * @param policyWithout policy of the runs without the lever
     * @param pairs number of pairs of runs
     * @param comparable number of pairs with the same tonnes at each face and dump
     * @param litresPct litres with the lever minus without it, %
     * @param litresPerTonnePct litres per tonne, in the same way, %
     * @param tonnesPct tonnes, in the same way, %
     */
    public record Row(
            Lever lever,
            String variant,
            String policyWith,
            String policyWithout,
            int pairs,
            int comparable,
            MeanInterval litresPct,
            MeanInterval litresPerTonnePct,
            MeanInterval tonnesPct) {

        /** Whether the lever saves litres, at 95 %, without losing tonnes. */
        public boolean saves() {
            return litresPct.known()
                    && litresPct.high() < 0
                    && litresPerTonnePct.high() < 0
                    && tonnesPct.mean() > -LOST_TONNES_PCT;
        }
    }

    public LeverReport {
        rows = List.copyOf(rows);
    }

    /** The report of pairs of runs. */
    public static LeverReport of(List<LeverComparison.Pair> pairs) {
        Map<String, List<LeverComparison.Pair>> groups = new LinkedHashMap<>();
        for (LeverComparison.Pair pair : pairs) {
            groups.computeIfAbsent(
                            pair.lever() + " " + pair.with().variant(), key -> new ArrayList<>())
                    .add(pair);
        }
        return new LeverReport(groups.values().stream().map(LeverReport::row).toList());
    }

    private static Row row(List<LeverComparison.Pair> group) {
        List<RunPair> pairs =
                group.stream().map(pair -> new RunPair(pair.without(), pair.with())).toList();
        return new Row(
                group.get(0).lever(),
                group.get(0).with().variant(),
                group.get(0).with().policy(),
                group.get(0).without().policy(),
                pairs.size(),
                (int) pairs.stream().filter(pair -> TonnesDeviation.of(pair).isEmpty()).count(),
                PairedDifference.of(Quantity.LITRES, pairs).percent(),
                PairedDifference.of(Quantity.LITRES_PER_TONNE, pairs).percent(),
                PairedDifference.of(Quantity.TONNES, pairs).percent());
    }

    /** The report as text for a terminal. */
    public String text() {
        return table().text() + '\n';
    }

    /** Writes {@code levers.md} and {@code levers.csv} to a folder, which is made if missing. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Table table = table();
        StringBuilder markdown = new StringBuilder("## " + table.title() + "\n\n");
        markdown.append(line(table.header(), " | ")).append("\n|");
        markdown.append("---|".repeat(table.header().size())).append('\n');
        table.rows().forEach(row -> markdown.append(line(row, " | ")).append('\n'));
        Files.writeString(folder.resolve("levers.md"), markdown, UTF_8);
        StringBuilder csv =
                new StringBuilder(
                        "lever,variant,policy_with,policy_without,pairs,comparable,litres_pct,litres_low_pct,"
                                + "litres_high_pct,litres_per_tonne_pct,tonnes_pct,tonnes_low_pct,"
                                + "tonnes_high_pct,saves\n");
        for (Row row : rows) {
            csv.append(
                    String.format(
                            Locale.ROOT,
                            "%s,%s,%s,%s,%d,%d,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%b%n",
                            row.lever().wireName(),
                            row.variant(),
                            row.policyWith(),
                            row.policyWithout(),
                            row.pairs(),
                            row.comparable(),
                            row.litresPct().mean(),
                            row.litresPct().low(),
                            row.litresPct().high(),
                            row.litresPerTonnePct().mean(),
                            row.tonnesPct().mean(),
                            row.tonnesPct().low(),
                            row.tonnesPct().high(),
                            row.saves()));
        }
        Files.writeString(folder.resolve("levers.csv"), csv, UTF_8);
    }

    private static String line(List<String> cells, String gap) {
        return "| " + String.join(gap, cells) + " |";
    }

    private Table table() {
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            cells.add(
                    List.of(
                            row.lever().wireName(),
                            row.variant(),
                            row.policyWith() + " against " + row.policyWithout(),
                            row.saves() ? "on" : "off",
                            row.comparable() + " of " + row.pairs(),
                            FigureText.percent(row.litresPct()),
                            FigureText.percent(row.litresPerTonnePct()),
                            FigureText.percent(row.tonnesPct())));
        }
        return new Table(
                "Levers: with the lever minus without it",
                4,
                List.of(
                        "lever",
                        "variant",
                        "policies",
                        "switch",
                        "same tonnes",
                        "litres, %",
                        "L/t, %",
                        "tonnes, %"),
                cells);
    }
}
