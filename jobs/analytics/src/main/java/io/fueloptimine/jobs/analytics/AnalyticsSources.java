package io.fueloptimine.jobs.analytics;

import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.SuiteUpdate;
import org.apache.flink.api.connector.source.Source;

/**
 * Where the job reads from.
 *
 * @param readings valid readings; repeats are allowed
 * @param quality what ingest found wrong with readings
 * @param champions announcements of new champion models
 * @param suites validation suites to change to while running
 */
public record AnalyticsSources(
        Source<Reading, ?, ?> readings,
        Source<QualityRecord, ?, ?> quality,
        Source<ModelAnnouncement, ?, ?> champions,
        Source<SuiteUpdate, ?, ?> suites) {}
