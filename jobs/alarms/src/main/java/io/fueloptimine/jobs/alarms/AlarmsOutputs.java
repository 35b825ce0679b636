package io.fueloptimine.jobs.alarms;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.models.mine.Alert;
import io.fueloptimine.models.mine.QualityHour;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.RoadState;
import io.fueloptimine.models.mine.Topics;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The outputs of job alarms. Each attaches sinks to its stream. All rows of one key are written by
 * one subtask.
 *
 * @param alerts alarms raised and cleared
 * @param roads conditions of road segments
 * @param quality every quality record: of ingest, of late readings, of this job
 * @param qualityHours counts of each machine's messages by hour
 * @param expectations windows that violated an expectation; this output must write them where the
 *     source {@link AlarmsSources#quality} reads them
 */
public record AlarmsOutputs(
        Consumer<DataStream<Alert>> alerts,
        Consumer<DataStream<RoadState>> roads,
        Consumer<DataStream<QualityRecord>> quality,
        Consumer<DataStream<QualityHour>> qualityHours,
        Consumer<DataStream<QualityRecord>> expectations) {

    /** Kafka topics for other jobs and control rooms, SQL tables for analysts. */
    public static AlarmsOutputs standard(KafkaConnection kafka, SqlConnection sql) {
        return new AlarmsOutputs(
                KafkaTopics.<Alert>output(kafka, Topics.FUEL_ALERTS)
                        .andThen(SqlTables.output("alert", SqlTables.alerts(sql))),
                KafkaTopics.output(kafka, Topics.ROAD_STATES),
                SqlTables.output("rejected_reading", SqlTables.rejectedReadings(sql)),
                SqlTables.output("quality_hour", SqlTables.qualityHours(sql)),
                KafkaTopics.output(kafka, Topics.FUEL_QUALITY));
    }
}
