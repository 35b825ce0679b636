package io.fueloptimine.jobs.evaluation.run;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityRecord;
import java.util.List;

/**
 * What job fuel writes for job alarms, in the order of time.
 *
 * @param scores scored fuel windows
 * @param drifts drift events
 * @param late records of late readings
 */
record JobRecords(List<ScoredWindow> scores, List<DriftEvent> drifts, List<QualityRecord> late) {}
