package io.fueloptimine.jobs.compare.report;

import io.fueloptimine.jobs.compare.statistics.PolicyComparison;
import io.fueloptimine.jobs.compare.statistics.SeedComparison;
import io.fueloptimine.jobs.compare.statistics.TonnesDeviation;
import io.fueloptimine.jobs.compare.statistics.VariantComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says which policies and runs are not comparable with the reference, and why. */
final class Verdicts {

    private Verdicts() {}

    /** One sentence per policy that is not comparable. */
    static List<String> notComparable(List<VariantComparison> variants) {
        List<String> sentences = new ArrayList<>();
        for (VariantComparison variant : variants) {
            for (PolicyComparison other : variant.others()) {
                if (!other.comparable()) {
                    sentences.add(sentence(variant, other));
                }
            }
        }
        return sentences;
    }

    /** Every run that is not comparable, with the faces and dumps whose tonnes differ. */
    static Table runs(List<VariantComparison> variants) {
        List<List<String>> rows = new ArrayList<>();
        for (VariantComparison variant : variants) {
            for (PolicyComparison other : variant.others()) {
                for (SeedComparison seed : other.seeds()) {
                    if (!seed.comparable()) {
                        rows.add(
                                List.of(
                                        other.runs().policy(),
                                        variant.variant(),
                                        String.valueOf(seed.pair().run().seed()),
                                        reasons(seed)));
                    }
                }
            }
        }
        return new Table(
                "Runs that are not comparable",
                4,
                List.of("policy", "variant", "seed", "difference to the reference's run"),
                rows);
    }

    /** Says that a policy is not comparable, and why. */
    static String sentence(VariantComparison variant, PolicyComparison other) {
        return String.format(
                Locale.ROOT,
                "%s, variant %s: NOT COMPARABLE with %s. Runs with the same tonnes: %s; at least"
                        + " %s %% are needed. No saving is given, only litres adjusted for haul.",
                other.runs().policy(),
                variant.variant(),
                variant.reference().policy(),
                PolicyTables.comparableRuns(other),
                FigureText.fixed(100 * PolicyComparison.LEAST_COMPARABLE_SHARE, 0));
    }

    private static String reasons(SeedComparison seed) {
        return seed.deviations().stream().map(Verdicts::reason).collect(Collectors.joining("; "));
    }

    private static String reason(TonnesDeviation deviation) {
        return String.format(
                Locale.ROOT,
                "%s %s t (%s t against %s t, allowed %s t)",
                deviation.place(),
                FigureText.signed(deviation.difference(), 0),
                FigureText.fixed(deviation.tonnes(), 0),
                FigureText.fixed(deviation.referenceTonnes(), 0),
                FigureText.fixed(deviation.allowedTonnes(), 0));
    }
}
