package io.fueloptimine.connectors.mqtt.enumerator;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The serializer of {@link EmptyEnumeratorState}, which writes no bytes. */
public final class EmptyEnumeratorStateSerializer
        implements SimpleVersionedSerializer<EmptyEnumeratorState> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(EmptyEnumeratorState state) {
        return new byte[0];
    }

    @Override
    public EmptyEnumeratorState deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("Unknown version of the MQTT enumerator's state: " + version);
        }
        return new EmptyEnumeratorState();
    }
}
