package io.fueloptimine.jobs.compare.report;

import io.fueloptimine.jobs.compare.run.RunResult;
import io.fueloptimine.jobs.compare.statistics.PolicyComparison;
import io.fueloptimine.jobs.compare.statistics.Quantity;
import io.fueloptimine.jobs.compare.statistics.SeedComparison;
import io.fueloptimine.jobs.compare.statistics.VariantComparison;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every run as a line of CSV (RFC 4180, with line feeds). Numbers have a decimal point; a number
 * that does not exist is empty. The column {@code comparable} is {@code reference} in the runs of
 * the reference, and empty in runs whose seed the reference does not have.
 */
final class RunsCsv {

    private static final List<String> HEADER =
            List.of(
                    "variant",
                    "policy",
                    "seed",
                    "comparable",
                    "hours",
                    "loads",
                    "tonnes",
                    "litres",
                    "litres_per_tonne",
                    "litres_adjusted_for_haul",
                    "empty_km",
                    "least_empty_km",
                    "empty_h",
                    "loading_unit_queue_h",
                    "dump_queue_h",
                    "hang_h",
                    "head_grade_pct",
                    "orders_accepted",
                    "orders_rejected");

    private RunsCsv() {}

    static String of(List<VariantComparison> variants) {
        List<List<String>> lines = new ArrayList<>(List.of(HEADER));
        for (VariantComparison variant : variants) {
            for (RunResult run : variant.reference().runs()) {
                lines.add(line(run, "reference", run.litres()));
            }
            for (PolicyComparison other : variant.others()) {
                addLines(variant, other, lines);
            }
        }
        return lines.stream()
                .map(line -> line.stream().map(RunsCsv::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void addLines(
            VariantComparison variant, PolicyComparison other, List<List<String>> lines) {
        Map<Long, SeedComparison> bySeed =
                other.seeds().stream()
                        .collect(Collectors.toMap(s -> s.pair().run().seed(), Function.identity()));
        for (RunResult run : other.runs().runs()) {
            SeedComparison seed = bySeed.get(run.seed());
            if (seed == null) {
                lines.add(line(run, "", Double.NaN));
            } else {
                lines.add(
                        line(
                                run,
                                seed.comparable() ? "yes" : "no",
                                variant.standard().adjustedLitres(seed.pair())));
            }
        }
    }

    private static List<String> line(RunResult run, String comparable, double adjustedLitres) {
        return List.of(
                run.variant(),
                run.policy(),
                String.valueOf(run.seed()),
                comparable,
                number(run.hours()),
                String.valueOf(run.total().loads()),
                number(run.tonnes()),
                number(run.litres()),
                number(run.litresPerTonne()),
                number(adjustedLitres),
                number(Quantity.EMPTY_KM.of(run)),
                number(run.optimalEmptyMetres() / 1_000),
                number(Quantity.EMPTY_HOURS.of(run)),
                number(run.in(TruckTimeCategory.SHOVEL_QUEUE).hours()),
                number(run.in(TruckTimeCategory.DUMP_QUEUE).hours()),
                number(run.hangHours()),
                number(run.headGradePct()),
                String.valueOf(run.ordersAccepted()),
                String.valueOf(run.ordersRejected()));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.5f", value) : "";
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
