package io.fueloptimine.jobs.alarms;

import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import org.apache.flink.api.connector.source.Source;

/**
 * The sources of job alarms.
 *
 * @param readings valid readings; a reading may occur several times
 * @param scores scored fuel windows
 * @param drifts lasting changes of the consumption of machines
 * @param quality quality records of job ingest, those of this job about fuel windows, and those of
 *     readings that reached job fuel after the result for their window or cycle was final
 * @param plans the plans of job dispatch, with which hang and queues of loading units are compared
 * @param signals conditions that other jobs report, which become alarms
 * @param commands JSON records of what people do with alarms
 * @param suites validation suites; each one replaces the current suite
 */
public record AlarmsSources(
        Source<Reading, ?, ?> readings,
        Source<ScoredWindow, ?, ?> scores,
        Source<DriftEvent, ?, ?> drifts,
        Source<QualityRecord, ?, ?> quality,
        Source<DispatchPlan, ?, ?> plans,
        Source<ReportedSignal, ?, ?> signals,
        Source<String, ?, ?> commands,
        Source<SuiteUpdate, ?, ?> suites) {}
