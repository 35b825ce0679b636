package io.fueloptimine.jobs.dispatch;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.saving.FuelSaving;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The outputs of job dispatch. Each output attaches sinks to the stream that it receives. One
 * subtask of a sink writes all rows of one key.
 *
 * @param plans the fleet's plans
 * @param assignments one assignment for each truck that became free
 * @param replies readings that answer an assignment
 * @param savings litres of fuel that plans are expected to save
 * @param signals alarm signals of failed solves
 * @param answers answers to targets
 */
public record DispatchOutputs(
        Consumer<DataStream<DispatchPlan>> plans,
        Consumer<DataStream<DispatchAssignment>> assignments,
        Consumer<DataStream<Reading>> replies,
        Consumer<DataStream<FuelSaving>> savings,
        Consumer<DataStream<ReportedSignal>> signals,
        Consumer<DataStream<TargetAnswer>> answers) {

    /** Outputs to Kafka topics for control rooms and truck cabs, and to SQL tables for analysts. */
    public static DispatchOutputs standard(KafkaConnection kafka, SqlConnection sql) {
        return new DispatchOutputs(
                KafkaTopics.<DispatchPlan>output(kafka, Topics.DISPATCH_PLANS)
                        .andThen(SqlTables.output("dispatch_plan", SqlTables.plans(sql))),
                assignmentTopic(kafka)
                        .andThen(
                                SqlTables.output("dispatch_assignment", SqlTables.assignments(sql)))
                        .andThen(
                                SqlTables.output(
                                        "assignment_now", SqlTables.latestAssignments(sql))),
                SqlTables.output("assignment_reply", SqlTables.replies(sql)),
                SqlTables.output("fuel_saving", SqlTables.savings(sql)),
                KafkaTopics.output(kafka, Topics.ALERTS_SIGNALS),
                KafkaTopics.output(kafka, Topics.DISPATCH_TARGETS_ANSWERS));
    }

    private static Consumer<DataStream<DispatchAssignment>> assignmentTopic(KafkaConnection kafka) {
        Consumer<DataStream<AssignmentMessage>> topic =
                KafkaTopics.output(kafka, Topics.DISPATCH_ASSIGNMENTS);
        return assignments ->
                topic.accept(
                        assignments
                                .map(AssignmentMessage::of)
                                .returns(AssignmentMessage.class)
                                .uid("assignment-messages")
                                .name("Convert assignments to messages"));
    }
}
