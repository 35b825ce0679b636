package io.fueloptimine.jobs.analytics;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.models.mine.Alert;
import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.FuelSaving;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.QualityHour;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.RetrainRequest;
import io.fueloptimine.models.mine.ScoredWindow;
import io.fueloptimine.models.mine.Topics;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Where the job's results go. Each output takes the stream and ends it; what writes the same rows
 * stays in the order of its key.
 *
 * @param scores scored fuel windows
 * @param cycles haul cycles
 * @param refuels readings that tell of a refuelling
 * @param drift machines whose residuals changed
 * @param alerts alarms raised and cleared
 * @param plans the fleet's plans
 * @param assignments one per truck that freed up
 * @param replies readings that answer an assignment
 * @param savings litres saved
 * @param retrain requests for a new model
 * @param quality what ingest and this job found wrong with readings
 * @param qualityHours how many of each machine's messages were valid, rejected, repeated, by hour
 * @param expectations windows that broke an expectation; whoever keeps them sees to it that they
 *     come back as {@code quality}
 * @param late of {@code quality} the readings that came too late for their result, found by this
 *     job
 */
public record AnalyticsOutputs(
        Consumer<DataStream<ScoredWindow>> scores,
        Consumer<DataStream<HaulCycle>> cycles,
        Consumer<DataStream<Reading>> refuels,
        Consumer<DataStream<DriftEvent>> drift,
        Consumer<DataStream<Alert>> alerts,
        Consumer<DataStream<DispatchPlan>> plans,
        Consumer<DataStream<DispatchAssignment>> assignments,
        Consumer<DataStream<Reading>> replies,
        Consumer<DataStream<FuelSaving>> savings,
        Consumer<DataStream<RetrainRequest>> retrain,
        Consumer<DataStream<QualityRecord>> quality,
        Consumer<DataStream<QualityHour>> qualityHours,
        Consumer<DataStream<QualityRecord>> expectations,
        Consumer<DataStream<QualityRecord>> late) {

    /** Kafka for control rooms and other jobs, SQL tables for analysts. */
    public static AnalyticsOutputs standard(KafkaConnection kafka, SqlConnection sql) {
        KafkaOutputs topics = new KafkaOutputs(kafka);
        Consumer<DataStream<ScoredWindow>> scores =
                topics.to(Topics.FUEL_SCORES, score -> score.window().machineId(), "scores");
        Consumer<DataStream<HaulCycle>> cycles =
                topics.to(Topics.HAUL_CYCLES, HaulCycle::truckId, "cycles");
        Consumer<DataStream<DriftEvent>> drift =
                topics.to(Topics.FUEL_DRIFT, DriftEvent::machineId, "drift");
        Consumer<DataStream<Alert>> alerts =
                topics.to(Topics.FUEL_ALERTS, Alert::machineId, "alerts");
        Consumer<DataStream<DispatchPlan>> plans =
                topics.to(Topics.DISPATCH_PLANS, DispatchPlan::site, "plans");
        return new AnalyticsOutputs(
                scores.andThen(table(SqlTables.fuelWindows(sql), "fuel-window")),
                cycles.andThen(table(SqlTables.haulCycles(sql), "haul-cycle")),
                table(SqlTables.refuels(sql), "refuel"),
                drift.andThen(table(SqlTables.driftEvents(sql), "drift-event")),
                alerts.andThen(table(SqlTables.alerts(sql), "alert")),
                plans.andThen(table(SqlTables.plans(sql), "dispatch-plan")),
                topics.assignments()
                        .andThen(table(SqlTables.assignments(sql), "dispatch-assignment")),
                table(SqlTables.replies(sql), "assignment-reply"),
                table(SqlTables.savings(sql), "fuel-saving"),
                topics.to(Topics.MODELS_RETRAIN, RetrainRequest::modelName, "retrain"),
                table(SqlTables.rejectedReadings(sql), "rejected-reading"),
                table(SqlTables.qualityHours(sql), "quality-hour"),
                topics.to(Topics.FUEL_QUALITY, QualityRecord::machineId, "expectations"),
                topics.to(Topics.READINGS_LATE, QualityRecord::machineId, "late"));
    }

    private static <T> Consumer<DataStream<T>> table(Sink<T> sink, String table) {
        return stream ->
                stream.sinkTo(sink)
                        .uid("sql-" + table)
                        .name("SQL table " + table.replace('-', '_'));
    }

    /** The Kafka side. */
    private record KafkaOutputs(KafkaConnection kafka) {

        <T> Consumer<DataStream<T>> to(
                String topic, SerializableFunction<T, String> key, String uid) {
            return stream ->
                    stream.sinkTo(KafkaTopics.sink(kafka, topic, key))
                            .uid("kafka-" + uid)
                            .name("Kafka topic " + topic);
        }

        Consumer<DataStream<DispatchAssignment>> assignments() {
            Consumer<DataStream<AssignmentMessage>> topic =
                    to(Topics.DISPATCH_ASSIGNMENTS, AssignmentMessage::equipmentId, "assignments");
            return stream ->
                    topic.accept(
                            stream.map(AssignmentMessage::of)
                                    .returns(AssignmentMessage.class)
                                    .uid("assignment-messages")
                                    .name("Put assignments into their envelope"));
        }
    }
}
