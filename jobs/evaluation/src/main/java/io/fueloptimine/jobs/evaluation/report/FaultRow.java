package io.fueloptimine.jobs.evaluation.report;

import io.fueloptimine.jobs.evaluation.match.FaultOutcome;
import io.fueloptimine.jobs.evaluation.run.Detector;
import io.fueloptimine.jobs.evaluation.run.SiteResult;
import io.fueloptimine.jobs.evaluation.scenario.FaultKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a detector found the faults of one kind.
 *
 * @param faults number of faults that took place
 * @param found number of faults that were found
 * @param inTime number of faults that were found before their deadline
 * @param medianDelayH median of the delays of the faults that were found, h; NaN if there are none
 * @param p95DelayH the 95th percentile of these delays, h
 * @param alarmsPerFault mean number of alarms that find a fault, of the faults that were found
 * @param firstTypes the types of the first alarms, with their numbers
 */
record FaultRow(
        FaultKind kind,
        Detector detector,
        int faults,
        int found,
        int inTime,
        double medianDelayH,
        double p95DelayH,
        double alarmsPerFault,
        String firstTypes) {

    /** One row per kind of fault that took place, in the order of the kinds. */
    static List<FaultRow> of(List<SiteResult> results, Detector detector) {
        List<FaultRow> rows = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            List<FaultOutcome> outcomes =
                    results.stream()
                            .flatMap(one -> one.byDetector().get(detector).outcomes().stream())
                            .filter(outcome -> outcome.witnessed().fault().kind() == kind)
                            .toList();
            if (!outcomes.isEmpty()) {
                rows.add(of(kind, detector, outcomes));
            }
        }
        return rows;
    }

    private static FaultRow of(FaultKind kind, Detector detector, List<FaultOutcome> outcomes) {
        List<FaultOutcome> found = outcomes.stream().filter(FaultOutcome::isFound).toList();
        double[] delays = found.stream().mapToDouble(FaultOutcome::delayH).sorted().toArray();
        return new FaultRow(
                kind,
                detector,
                outcomes.size(),
                found.size(),
                (int) outcomes.stream().filter(FaultOutcome::isFoundInTime).count(),
                quantile(delays, 0.5),
                quantile(delays, 0.95),
                found.stream().mapToInt(one -> one.found().size()).average().orElse(Double.NaN),
                Counts.of(found.stream().map(one -> one.found().get(0).type())).text());
    }

    /** The smallest value that at least the given share of the sorted values does not exceed. */
    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return Arrays.stream(sorted).skip(Math.max(0, index)).findFirst().orElseThrow();
    }
}
