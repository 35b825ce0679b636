package io.fueloptimine.jobs.fuel;

import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.reading.Reading;
import org.apache.flink.api.connector.source.Source;

/**
 * The sources of job fuel.
 *
 * @param readings valid readings; a reading may occur several times
 * @param champions announcements of new champion models
 */
public record FuelSources(
        Source<Reading, ?, ?> readings, Source<ModelAnnouncement, ?, ?> champions) {}
