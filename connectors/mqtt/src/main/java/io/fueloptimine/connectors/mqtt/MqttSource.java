package io.fueloptimine.connectors.mqtt;

import io.fueloptimine.connectors.mqtt.enumerator.EmptyEnumeratorState;
import io.fueloptimine.connectors.mqtt.enumerator.EmptyEnumeratorStateSerializer;
import io.fueloptimine.connectors.mqtt.enumerator.MqttSessionEnumerator;
import io.fueloptimine.connectors.mqtt.reader.HiveMqSessionConnector;
import io.fueloptimine.connectors.mqtt.reader.MqttSourceReader;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplitSerializer;
import io.fueloptimine.models.mine.reading.RawMessage;
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
 * Reads an MQTT 5 shared subscription and acknowledges each message when the checkpoint that
 * contains its effects is complete.
 *
 * <p>Delivery is at least once: after a crash, a lost connection or a restart of the broker,
 * unacknowledged messages are delivered again, possibly through another session and out of order.
 * The source emits the raw bytes; the next operator decodes them. The source is unbounded and emits
 * neither watermarks nor timestamps, because the event time is in the payload.
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

    /** The settings of this source. */
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
            SplitEnumeratorContext<MqttSessionSplit> context, EmptyEnumeratorState state) {
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
                new HiveMqSessionConnector(settings), settings, context.metricGroup());
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
