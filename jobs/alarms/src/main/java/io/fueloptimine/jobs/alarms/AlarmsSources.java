package io.fueloptimine.jobs.alarms;

import io.fueloptimine.models.alarm.AlarmInput;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import org.apache.flink.api.connector.source.Source;

/**
 * The sources of job alarms.
 *
 * @param readings valid readings; a reading may occur several times
 * @param scores scored fuel windows
 * @param quality quality records of job ingest, those of this job about fuel windows, and those of
 *     readings that reached job fuel after the result for their window or cycle was final
 * @param inputs drifts of job fuel, plans of job dispatch, conditions that other jobs report, and
 *     what people do with alarms
 * @param suites validation suites; each one replaces the current suite
 */
public record AlarmsSources(
        Source<Reading, ?, ?> readings,
        Source<ScoredWindow, ?, ?> scores,
        Source<QualityRecord, ?, ?> quality,
        Source<AlarmInput, ?, ?> inputs,
        Source<SuiteUpdate, ?, ?> suites) {}
