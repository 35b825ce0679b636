package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.sparkplug.session.FollowSessions;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.RawMessage;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The part of the job's graph that reads Sparkplug: a source of its own, since its messages only
 * make sense in order, and the sessions of the edge nodes.
 *
 * @param followed the readings as plain messages, with side outputs
 */
record SparkplugMessages(SingleOutputStreamOperator<RawMessage> followed) {

    static SparkplugMessages follow(
            StreamExecutionEnvironment env, Source<RawMessage, ?, ?> source) {
        return new SparkplugMessages(
                env.fromSource(source, WatermarkStrategy.noWatermarks(), "Sparkplug messages")
                        .uid("sparkplug-messages")
                        .keyBy(FollowSessions::keyOf)
                        .process(new FollowSessions(FollowSessions.REBIRTH_INTERVAL))
                        .uid("follow-sparkplug-sessions")
                        .name("Follow Sparkplug sessions"));
    }

    /** These and the messages of machines that speak JSON. */
    DataStream<RawMessage> besides(DataStream<RawMessage> messages) {
        return messages.union(followed);
    }

    DataStream<QualityRecord> quality() {
        return followed.getSideOutput(FollowSessions.QUALITY);
    }

    DataStream<OutgoingMessage> commands() {
        return followed.getSideOutput(FollowSessions.COMMANDS);
    }
}
