package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.sparkplug.DeclaredDevices;
import io.fueloptimine.connectors.sparkplug.session.TrackEdgeNodes;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.site.MineSites;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The part of the job graph that tracks the sessions of Sparkplug edge nodes.
 *
 * @param readings the readings, converted to JSON messages; side outputs of the same operator
 *     contain quality records and commands
 */
record SparkplugMessages(SingleOutputStreamOperator<RawMessage> readings) {

    /**
     * Adds the operator to the graph.
     *
     * @param messages the messages of edge nodes, those of each node in the order of sending
     */
    static SparkplugMessages build(DataStream<RawMessage> messages, MineSites mines) {
        return new SparkplugMessages(
                messages.keyBy(TrackEdgeNodes::keyOf)
                        .process(
                                new TrackEdgeNodes(
                                        TrackEdgeNodes.REBIRTH_INTERVAL, DeclaredDevices.of(mines)))
                        .uid("follow-sparkplug-sessions")
                        .name("Follow Sparkplug sessions"));
    }

    DataStream<QualityRecord> quality() {
        return readings.getSideOutput(TrackEdgeNodes.QUALITY);
    }

    DataStream<OutgoingMessage> commands() {
        return readings.getSideOutput(TrackEdgeNodes.COMMANDS);
    }
}
