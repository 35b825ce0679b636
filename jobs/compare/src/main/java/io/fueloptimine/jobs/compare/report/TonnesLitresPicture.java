package io.fueloptimine.jobs.compare.report;

import io.fueloptimine.jobs.compare.run.RunResult;
import io.fueloptimine.jobs.compare.statistics.ParetoFront;
import io.fueloptimine.jobs.compare.statistics.PolicyRuns;
import io.fueloptimine.jobs.compare.statistics.Quantity;
import io.fueloptimine.jobs.compare.statistics.VariantComparison;
import io.fueloptimine.models.chart.GroupChart;
import io.fueloptimine.models.chart.GroupChart.Group;
import io.fueloptimine.models.chart.Points;
import io.fueloptimine.models.report.Picture;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The picture of tonnes and litres of one variant.
 *
 * @param name the file name without extension
 * @param title the title
 * @param chart the chart
 */
record TonnesLitresPicture(String name, String title, GroupChart chart) {

    private static final String NAME = "tonnes-litres";

    /** The pictures of all variants. The name of the first one has no suffix. */
    static List<TonnesLitresPicture> allOf(List<VariantComparison> variants) {
        return variants.stream()
                .map(variant -> of(variant, name(variants.indexOf(variant), variant.variant())))
                .toList();
    }

    /** The picture for the report. */
    Picture picture() {
        return new Picture(
                name + ".svg",
                title,
                "One small dot per run, comparable or not; one numbered disc per policy, at the"
                        + " mean of its runs. No other policy hauls more with less diesel than the"
                        + " policies on the line.",
                chart.svg());
    }

    private static String name(int index, String variant) {
        return index == 0
                ? NAME
                : NAME + "-" + (index + 1) + "-" + variant.replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static TonnesLitresPicture of(VariantComparison variant, String name) {
        List<PolicyRuns> front = ParetoFront.of(variant.policies());
        String title = "Tonnes and litres per run, variant " + variant.variant();
        GroupChart chart =
                new GroupChart(
                        title,
                        "hauled, t per run",
                        "diesel, L per run",
                        variant.policies().stream().map(TonnesLitresPicture::group).toList(),
                        new Points(means(front, Quantity.TONNES), means(front, Quantity.LITRES)),
                        "Pareto front");
        return new TonnesLitresPicture(name, title, chart);
    }

    private static Group group(PolicyRuns policy) {
        return new Group(
                policy.policy(),
                new Points(column(policy, RunResult::tonnes), column(policy, RunResult::litres)),
                policy.mean(Quantity.TONNES),
                policy.mean(Quantity.LITRES));
    }

    private static double[] column(PolicyRuns policy, ToDoubleFunction<RunResult> value) {
        return policy.runs().stream().mapToDouble(value).toArray();
    }

    private static double[] means(List<PolicyRuns> policies, Quantity quantity) {
        return policies.stream().mapToDouble(policy -> policy.mean(quantity)).toArray();
    }
}
