package io.fueloptimine.jobs.compare.report;

import io.fueloptimine.jobs.compare.statistics.FaceTonnes;
import io.fueloptimine.jobs.compare.statistics.MeanInterval;
import io.fueloptimine.jobs.compare.statistics.PairedDifference;
import io.fueloptimine.jobs.compare.statistics.PolicyComparison;
import io.fueloptimine.jobs.compare.statistics.PolicyRuns;
import io.fueloptimine.jobs.compare.statistics.Quantity;
import io.fueloptimine.jobs.compare.statistics.VariantComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tables with one line per policy and variant. */
final class PolicyTables {

    private static final List<Quantity> MEANS =
            List.of(
                    Quantity.TONNES,
                    Quantity.LITRES_PER_TONNE,
                    Quantity.EMPTY_KM,
                    Quantity.QUEUE_HOURS,
                    Quantity.HANG_HOURS);

    private PolicyTables() {}

    /** Means per run of every policy. */
    static Table means(List<VariantComparison> variants) {
        List<List<String>> rows = new ArrayList<>();
        for (VariantComparison variant : variants) {
            for (PolicyRuns policy : variant.policies()) {
                List<String> row = new ArrayList<>();
                row.add(policy.policy());
                row.add(variant.variant());
                row.add(String.valueOf(policy.runs().size()));
                for (Quantity quantity : MEANS) {
                    row.add(FigureText.fixed(policy.mean(quantity), quantity.decimals()));
                }
                row.add(FigureText.fixed(policy.headGradePct(), Quantity.HEAD_GRADE.decimals()));
                row.add(FigureText.fixed(policy.strippingRatio(), 2));
                rows.add(row);
            }
        }
        return new Table(
                "Means per run",
                2,
                List.of(
                        "policy",
                        "variant",
                        "runs",
                        "tonnes, t",
                        "diesel, L/t",
                        "driven empty, km",
                        "queue, truck h",
                        "hang, unit h",
                        "head grade, %",
                        "waste/ore, t/t"),
                rows);
    }

    /** Differences to the reference of every other policy. */
    static Table differences(List<VariantComparison> variants) {
        List<List<String>> rows = new ArrayList<>();
        for (VariantComparison variant : variants) {
            for (PolicyComparison other : variant.others()) {
                rows.add(
                        List.of(
                                other.runs().policy(),
                                variant.variant(),
                                other.comparable() ? "yes" : "NOT COMPARABLE",
                                comparableRuns(other),
                                percent(other, Quantity.LITRES),
                                percent(other, Quantity.LITRES_PER_TONNE),
                                percent(other, Quantity.TONNES),
                                FigureText.percent(other.adjustedLitresPct()),
                                FigureText.fixed(100 * other.boundShare(), 0)));
            }
        }
        return new Table(
                "Differences to " + variants.get(0).reference().policy() + ", paired by seed",
                3,
                List.of(
                        "policy",
                        "variant",
                        "comparable",
                        "comparable runs",
                        "litres, %",
                        "L/t, %",
                        "tonnes, %",
                        "adjusted for haul, %",
                        "of bound, %"),
                rows);
    }

    /** All quantities of one comparable policy. */
    static Table quantities(VariantComparison variant, PolicyComparison other) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<Quantity, PairedDifference> entry : other.differences().entrySet()) {
            Quantity quantity = entry.getKey();
            PairedDifference difference = entry.getValue();
            int decimals = quantity.decimals();
            rows.add(
                    List.of(
                            quantity.label() + ", " + quantity.unit(),
                            FigureText.fixed(difference.reference(), decimals),
                            FigureText.fixed(difference.policy(), decimals),
                            FigureText.signed(difference.difference().mean(), decimals),
                            FigureText.interval(difference.difference(), decimals),
                            FigureText.percent(difference.percent())));
        }
        return new Table(
                String.format(
                        Locale.ROOT,
                        "%s against %s, variant %s, %d comparable runs",
                        other.runs().policy(),
                        variant.reference().policy(),
                        variant.variant(),
                        other.comparableRuns()),
                1,
                List.of(
                        "quantity",
                        variant.reference().policy(),
                        other.runs().policy(),
                        "difference",
                        "95 % interval",
                        "difference, %"),
                rows);
    }

    /** The tonnes of each face under the last policy against each other policy. */
    static Table faces(List<VariantComparison> variants) {
        List<List<String>> rows = new ArrayList<>();
        for (VariantComparison variant : variants) {
            for (FaceTonnes face : FaceTonnes.of(variant)) {
                rows.add(
                        List.of(
                                face.rival(),
                                variant.variant(),
                                face.faceId(),
                                face.isLess() ? "LESS" : "no less",
                                FigureText.fixed(face.rivalT(), 0),
                                FigureText.fixed(face.policyT(), 0),
                                FigureText.percent(face.percent())));
            }
        }
        List<PolicyRuns> policies = variants.get(0).policies();
        String last = policies.get(policies.size() - 1).policy();
        return new Table(
                "Tonnes per face of " + last + " against each policy, paired by seed",
                4,
                List.of(
                        "against",
                        "variant",
                        "face",
                        "at 95 %",
                        "its tonnes, t",
                        "tonnes of " + last + ", t",
                        "difference, %"),
                rows);
    }

    /** How many runs are comparable, in words. */
    static String comparableRuns(PolicyComparison other) {
        return String.format(
                Locale.ROOT,
                "%d of %d (%s %%)",
                other.comparableRuns(),
                other.seeds().size(),
                FigureText.fixed(100 * other.comparableShare(), 0));
    }

    private static String percent(PolicyComparison other, Quantity quantity) {
        PairedDifference difference = other.differences().get(quantity);
        return FigureText.percent(difference == null ? MeanInterval.UNKNOWN : difference.percent());
    }
}
