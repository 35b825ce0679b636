package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.sparkplug.session.TrackEdgeNodes;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.RawMessage;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The part of the job graph that reads Sparkplug: a separate source, which keeps the order of
 * messages, and the operator that tracks the sessions of edge nodes.
 *
 * @param readings the readings, converted to JSON messages; side outputs of the same operator
 *     contain quality records and commands
 */
record SparkplugMessages(SingleOutputStreamOperator<RawMessage> readings) {

    /** Adds the source and the operator to the job graph. */
    static SparkplugMessages build(
            StreamExecutionEnvironment env, Source<RawMessage, ?, ?> source) {
        return new SparkplugMessages(
                env.fromSource(source, WatermarkStrategy.noWatermarks(), "Sparkplug messages")
                        .uid("sparkplug-messages")
                        .keyBy(TrackEdgeNodes::keyOf)
                        .process(new TrackEdgeNodes(TrackEdgeNodes.REBIRTH_INTERVAL))
                        .uid("follow-sparkplug-sessions")
                        .name("Follow Sparkplug sessions"));
    }

    /** Returns the union of the Sparkplug readings and other JSON messages. */
    DataStream<RawMessage> unionWith(DataStream<RawMessage> messages) {
        return messages.union(readings);
    }

    DataStream<QualityRecord> quality() {
        return readings.getSideOutput(TrackEdgeNodes.QUALITY);
    }

    DataStream<OutgoingMessage> commands() {
        return readings.getSideOutput(TrackEdgeNodes.COMMANDS);
    }
}
