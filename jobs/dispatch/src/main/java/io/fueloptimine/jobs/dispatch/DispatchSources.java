package io.fueloptimine.jobs.dispatch;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.RoadState;
import org.apache.flink.api.connector.source.Source;

/**
 * The sources of job dispatch.
 *
 * @param readings valid readings; a reading may occur several times
 * @param drift events for machines whose residuals (measured minus expected fuel) changed
 * @param scores scored fuel windows
 * @param roadExcess what road segments cost beyond what is expected
 * @param roads conditions of road segments
 * @param targets records of the topic {@code dispatch.targets} as texts, because each record is
 *     answered, also when it is no JSON
 */
public record DispatchSources(
        Source<Reading, ?, ?> readings,
        Source<DriftEvent, ?, ?> drift,
        Source<ScoredWindow, ?, ?> scores,
        Source<RoadExcess, ?, ?> roadExcess,
        Source<RoadState, ?, ?> roads,
        Source<String, ?, ?> targets) {}
