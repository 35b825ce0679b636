package io.fueloptimine.operators.drift;

import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DataDriftStatus;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** The metrics of {@link CompareFeatures}. Updated by the task thread only. */
final class DataDriftMetrics {

    private final Counter classesCompared;
    private final Counter classesDrifted;
    private final Counter featuresDrifted;
    private final Counter windowsWithoutReference;
    private final Counter windowsTooOld;
    private double driftedFeatureShare;

    DataDriftMetrics(MetricGroup metrics) {
        classesCompared = metrics.counter("classesCompared");
        classesDrifted = metrics.counter("classesDrifted");
        featuresDrifted = metrics.counter("featuresDrifted");
        windowsWithoutReference = metrics.counter("windowsWithoutReference");
        windowsTooOld = metrics.counter("windowsTooOld");
        metrics.gauge("driftedFeatureShare", () -> driftedFeatureShare);
    }

    /**
     * Counts the comparison of a class.
     *
     * @param limit the share of drifted features from which a class has drifted
     */
    void compared(List<DataDrift> rows, double limit) {
        classesCompared.inc();
        if (rows.get(0).driftedShare() >= limit) {
            classesDrifted.inc();
        }
        featuresDrifted.inc(
                rows.stream().filter(row -> row.status() == DataDriftStatus.DRIFTED).count());
        driftedFeatureShare = rows.get(0).driftedShare();
    }

    void windowWithoutReference() {
        windowsWithoutReference.inc();
    }

    void windowTooOld() {
        windowsTooOld.inc();
    }
}
