package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import io.fueloptimine.connectors.sparkplug.SparkplugTopics;
import io.fueloptimine.connectors.sparkplug.payload.PayloadWriter;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugDatatype;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import io.fueloptimine.connectors.sparkplug.payload.WireValue;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.List;

/** Creates the command that requests a new birth message of an edge node. */
final class RebirthRequest {

    private RebirthRequest() {}

    /**
     * Creates the command. It is not retained, and it expires when the next command may be sent.
     *
     * @param nowMillis wall-clock, ms since the epoch
     */
    static OutgoingMessage to(SparkplugTopic topic, long nowMillis, Duration interval) {
        SparkplugMetric rebirth =
                SparkplugMetric.of(
                        MetricName.REBIRTH,
                        nowMillis,
                        SparkplugDatatype.BOOLEAN,
                        WireValue.ofBoolean(true));
        return new OutgoingMessage(
                SparkplugTopics.commands(topic.group(), topic.node()),
                PayloadWriter.write(new SparkplugPayload(nowMillis, null, List.of(rebirth))),
                false,
                Math.max(1, interval.toSeconds()));
    }
}
