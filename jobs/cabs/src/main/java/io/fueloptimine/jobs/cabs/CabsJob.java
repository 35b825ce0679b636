package io.fueloptimine.jobs.cabs;

import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.jobs.settings.JobStart;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.operators.dispatch.CabMessages;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Job cabs: publishes assignments from Kafka to the tablets in the truck cabs over MQTT. Job cabs
 * is separate, so that an unavailable MQTT broker does not block other jobs.
 */
public final class CabsJob {

    /** The job's name in the web UI. */
    public static final String NAME = "FuelOptiMine cabs";

    private CabsJob() {}

    /** Starts the job with the options of {@link CabsOptions}. */
    public static void main(String[] arguments) throws Exception {
        CabsOptions options = JobStart.options(arguments, CabsOptions::parse);
        StreamExecutionEnvironment env = JobStart.environment(options.checkpointInterval());
        build(env, options);
        env.execute(NAME);
    }

    /** Builds the job graph from Kafka to the MQTT broker. */
    public static void build(StreamExecutionEnvironment env, CabsOptions options) {
        build(
                env,
                KafkaTopics.sourceFromLatest(
                        options.kafka(),
                        Topics.DISPATCH_ASSIGNMENTS,
                        options.groupId(),
                        AssignmentMessage.class),
                options.cabs());
    }

    /**
     * Builds the job graph from the assignments of all sites to the sink for the tablets in the
     * truck cabs.
     */
    public static void build(
            StreamExecutionEnvironment env,
            Source<AssignmentMessage, ?, ?> assignments,
            Sink<OutgoingMessage> cabs) {
        env.fromSource(assignments, WatermarkStrategy.noWatermarks(), "Assignments")
                .uid("assignments")
                .process(new CabMessages())
                .uid("cab-messages")
                .name("Address to cabs")
                .sinkTo(cabs)
                .uid("cab-tablets")
                .name("Cab tablets");
    }
}
