package io.fueloptimine.jobs.evaluation.report;

import io.fueloptimine.jobs.evaluation.match.RaisedAlarm;
import io.fueloptimine.jobs.evaluation.run.Detector;
import io.fueloptimine.jobs.evaluation.run.SiteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The alarms of one type that neither a fault nor a natural condition of the mine explains.
 *
 * @param type the alarm type; {@link #ALL} for all types together
 * @param clean false alarms in scenarios without faults
 * @param cleanPerDay the same per machine-day; NaN without such scenarios
 * @param besideFaults false alarms in scenarios with faults
 * @param besidePerDay the same per machine-day; NaN without such scenarios
 */
record FalseAlarmRow(
        String type,
        Detector detector,
        int clean,
        double cleanPerDay,
        int besideFaults,
        double besidePerDay) {

    /** The name of the row of all alarm types. */
    static final String ALL = "all alarms";

    /** One row per type with a false alarm, and the row of all alarms first. */
    static List<FalseAlarmRow> of(List<SiteResult> results, Detector detector) {
        List<FalseAlarmRow> rows = new ArrayList<>();
        rows.add(row(ALL, results, detector, alarm -> true));
        results.stream()
                .flatMap(one -> one.byDetector().get(detector).falseAlarms().stream())
                .map(RaisedAlarm::type)
                .distinct()
                .sorted()
                .forEach(
                        type ->
                                rows.add(
                                        row(
                                                type,
                                                results,
                                                detector,
                                                alarm -> alarm.type().equals(type))));
        return rows;
    }

    private static FalseAlarmRow row(
            String type,
            List<SiteResult> results,
            Detector detector,
            Predicate<RaisedAlarm> counts) {
        List<SiteResult> clean = results.stream().filter(one -> one.scenario().isClean()).toList();
        List<SiteResult> beside =
                results.stream().filter(one -> !one.scenario().isClean()).toList();
        int inClean = count(clean, detector, counts);
        int besideFaults = count(beside, detector, counts);
        return new FalseAlarmRow(
                type,
                detector,
                inClean,
                perDay(inClean, clean),
                besideFaults,
                perDay(besideFaults, beside));
    }

    private static int count(
            List<SiteResult> results, Detector detector, Predicate<RaisedAlarm> counts) {
        return (int)
                results.stream()
                        .flatMap(one -> one.byDetector().get(detector).falseAlarms().stream())
                        .filter(counts)
                        .count();
    }

    private static double perDay(int alarms, List<SiteResult> of) {
        double days = of.stream().mapToDouble(SiteResult::machineDays).sum();
        return days == 0 ? Double.NaN : alarms / days;
    }
}
