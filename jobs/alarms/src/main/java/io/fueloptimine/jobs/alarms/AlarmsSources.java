package io.fueloptimine.jobs.alarms;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ScoredWindow;
import io.fueloptimine.models.mine.SuiteUpdate;
import org.apache.flink.api.connector.source.Source;

/**
 * The sources of job alarms.
 *
 * @param readings valid readings; repeats are allowed
 * @param scores scored fuel windows
 * @param quality quality records of ingest, and this job's own of broken expectations
 * @param late readings that job fuel found too late for their window or cycle
 * @param suites validation suites that replace the one in use
 */
public record AlarmsSources(
        Source<Reading, ?, ?> readings,
        Source<ScoredWindow, ?, ?> scores,
        Source<QualityRecord, ?, ?> quality,
        Source<QualityRecord, ?, ?> late,
        Source<SuiteUpdate, ?, ?> suites) {}
