package io.fueloptimine.jobs.evaluation.report;

import io.fueloptimine.jobs.compare.report.Table;
import io.fueloptimine.jobs.evaluation.run.Detector;
import io.fueloptimine.jobs.evaluation.run.SiteResult;
import io.fueloptimine.jobs.evaluation.scenario.FaultKind;
import io.fueloptimine.models.chart.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The tables of the report. */
final class EvaluationTables {

    private static final String NONE = "-";

    private EvaluationTables() {}

    /** One row per kind of fault: the jobs, and the baselines beside them. */
    static Table faults(List<SiteResult> results) {
        List<List<String>> rows = new ArrayList<>();
        for (FaultRow jobs : FaultRow.of(results, Detector.JOBS)) {
            FaultRow fixed = of(jobs.kind(), results, Detector.FIXED_THRESHOLDS);
            FaultRow always = of(jobs.kind(), results, Detector.ALWAYS);
            rows.add(
                    List.of(
                            jobs.kind().wireName(),
                            jobs.firstTypes().isEmpty() ? NONE : jobs.firstTypes(),
                            String.valueOf(jobs.faults()),
                            String.valueOf(jobs.found()),
                            String.valueOf(jobs.inTime()),
                            deadline(jobs.kind()),
                            number(jobs.medianDelayH(), 2),
                            number(jobs.p95DelayH(), 2),
                            number(jobs.alarmsPerFault(), 1),
                            String.valueOf(fixed.found()),
                            number(fixed.medianDelayH(), 2),
                            String.valueOf(always.found()),
                            number(always.medianDelayH(), 2)));
        }
        return new Table(
                "Faults: found, in time (before the deadline), delay in hours",
                2,
                List.of(
                        "fault",
                        "found first by",
                        "faults",
                        "found",
                        "in time",
                        "deadline",
                        "median",
                        "p95",
                        "alarms each",
                        "fixed found",
                        "median",
                        "always found",
                        "median"),
                rows);
    }

    private static FaultRow of(FaultKind kind, List<SiteResult> results, Detector detector) {
        return FaultRow.of(results, detector).stream()
                .filter(row -> row.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String deadline(FaultKind kind) {
        Duration deadline = kind.deadline();
        String text =
                deadline.toHours() > 0 ? deadline.toHours() + " h" : deadline.toMinutes() + " min";
        return kind.countsOperatingHours() ? text + " op." : text;
    }

    /** One row per alarm type: false alarms per machine-day. */
    static Table falseAlarms(List<SiteResult> results) {
        TreeSet<String> types = new TreeSet<>();
        Arrays.stream(Detector.values())
                .forEach(
                        detector ->
                                FalseAlarmRow.of(results, detector)
                                        .forEach(row -> types.add(row.type())));
        List<List<String>> rows = new ArrayList<>();
        types.remove(FalseAlarmRow.ALL);
        List<String> inOrder = new ArrayList<>(List.of(FalseAlarmRow.ALL));
        inOrder.addAll(types);
        for (String type : inOrder) {
            List<String> cells = new ArrayList<>(List.of(type));
            for (Detector detector : Detector.values()) {
                Optional<FalseAlarmRow> row =
                        FalseAlarmRow.of(results, detector).stream()
                                .filter(one -> one.type().equals(type))
                                .findFirst();
                cells.add(row.map(one -> number(one.cleanPerDay(), 3)).orElse(NONE));
                cells.add(row.map(one -> number(one.besidePerDay(), 3)).orElse(NONE));
            }
            rows.add(cells);
        }
        return new Table(
                "False alarms per machine-day: without faults, and beside faults",
                1,
                List.of(
                        "type",
                        "jobs clean",
                        "beside",
                        "fixed clean",
                        "beside",
                        "always clean",
                        "beside"),
                rows);
    }

    private static String number(double value, int decimals) {
        return Double.isNaN(value) ? NONE : NumberText.fixed(value, decimals);
    }
}
