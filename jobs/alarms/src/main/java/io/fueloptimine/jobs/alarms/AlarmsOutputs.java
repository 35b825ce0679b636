package io.fueloptimine.jobs.alarms;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertCommandAnswer;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.TankEvent;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.road.RoadState;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The outputs of job alarms. Each output attaches sinks to the stream that it receives. One subtask
 * of a sink writes all rows of one key.
 *
 * @param alerts alarms after each change
 * @param answers answers to the commands of people
 * @param roads conditions of road segments
 * @param quality all quality records: those of job ingest, those of late readings and those of this
 *     job
 * @param qualityHours counts of each machine's messages by hour
 * @param expectations records of fuel windows that violate a data-quality rule; this output must
 *     write to the topic from which {@link AlarmsSources#quality} reads
 * @param tankEvents refuellings and losses of tanks
 * @param intervals reconciled fuel between two refuellings
 */
public record AlarmsOutputs(
        Consumer<DataStream<Alert>> alerts,
        Consumer<DataStream<AlertCommandAnswer>> answers,
        Consumer<DataStream<RoadState>> roads,
        Consumer<DataStream<QualityRecord>> quality,
        Consumer<DataStream<QualityHour>> qualityHours,
        Consumer<DataStream<QualityRecord>> expectations,
        Consumer<DataStream<TankEvent>> tankEvents,
        Consumer<DataStream<FuelReconciliation>> intervals) {

    /** Outputs to Kafka topics for other jobs and control rooms, and to SQL tables for analysts. */
    public static AlarmsOutputs standard(KafkaConnection kafka, SqlConnection sql) {
        return new AlarmsOutputs(
                KafkaTopics.<Alert>output(kafka, Topics.FUEL_ALERTS)
                        .andThen(SqlTables.output("alert", SqlTables.alerts(sql)))
                        .andThen(SqlTables.output("alert_state", SqlTables.alertStates(sql)))
                        .andThen(SqlTables.output("alarm_now", SqlTables.latestAlarms(sql))),
                KafkaTopics.output(kafka, Topics.ALERTS_COMMANDS_ANSWERS),
                KafkaTopics.output(kafka, Topics.ROAD_STATES),
                SqlTables.output("rejected_reading", SqlTables.rejectedReadings(sql)),
                SqlTables.output("quality_hour", SqlTables.qualityHours(sql)),
                KafkaTopics.output(kafka, Topics.FUEL_QUALITY),
                SqlTables.output("tank_event", SqlTables.tankEvents(sql)),
                SqlTables.output("fuel_reconciliation", SqlTables.fuelReconciliations(sql)));
    }
}
