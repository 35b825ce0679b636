package io.fueloptimine.connectors.mqtt;

import io.fueloptimine.connectors.mqtt.enumerator.EmptyEnumeratorState;
import io.fueloptimine.connectors.mqtt.enumerator.EmptyEnumeratorStateSerializer;
import io.fueloptimine.connectors.mqtt.enumerator.MqttSessionEnumerator;
import io.fueloptimine.connectors.mqtt.reader.HiveMqttConnector;
import io.fueloptimine.connectors.mqtt.reader.MqttSourceReader;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplitSerializer;
import io.fueloptimine.models.mine.RawMessage;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Reads an MQTT 5 shared subscription, and acknowledges a message when the checkpoint that holds
 * its effects is complete.
 *
 * <p>At least once: after a crash, a cut connection or a broker's restart the messages that were
 * not yet acknowledged come again, possibly through another session and out of order. Bytes are
 * handed on as they came; decoding is the next operator's. Unbounded; emits no watermarks and no
 * timestamps, since event time lies in the payload.
 */
public final class MqttSource
        implements Source<RawMessage, MqttSessionSplit, EmptyEnumeratorState>,
                ResultTypeQueryable<RawMessage> {

    private static final long serialVersionUID = 1L;

    private final MqttSourceSettings settings;

    MqttSource(MqttSourceSettings settings) {
        this.settings = settings;
    }

    public static MqttSourceBuilder builder() {
        return new MqttSourceBuilder();
    }

    /** What it was built with. */
    public MqttSourceSettings settings() {
        return settings;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SplitEnumerator<MqttSessionSplit, EmptyEnumeratorState> createEnumerator(
            SplitEnumeratorContext<MqttSessionSplit> context) {
        return enumerator(context, false);
    }

    @Override
    public SplitEnumerator<MqttSessionSplit, EmptyEnumeratorState> restoreEnumerator(
            SplitEnumeratorContext<MqttSessionSplit> context, EmptyEnumeratorState nothing) {
        return enumerator(context, true);
    }

    private MqttSessionEnumerator enumerator(
            SplitEnumeratorContext<MqttSessionSplit> context, boolean restored) {
        return new MqttSessionEnumerator(
                context, settings.sessionPrefix(), settings.sessions(), restored);
    }

    @Override
    public SourceReader<RawMessage, MqttSessionSplit> createReader(SourceReaderContext context) {
        return new MqttSourceReader(
                new HiveMqttConnector(settings), settings, context.metricGroup());
    }

    @Override
    public SimpleVersionedSerializer<MqttSessionSplit> getSplitSerializer() {
        return new MqttSessionSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<EmptyEnumeratorState> getEnumeratorCheckpointSerializer() {
        return new EmptyEnumeratorStateSerializer();
    }

    @Override
    public TypeInformation<RawMessage> getProducedType() {
        return TypeInformation.of(RawMessage.class);
    }
}
