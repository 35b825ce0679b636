package io.fueloptimine.connectors.mqtt.split;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * The serializer of {@link MqttSessionSplit}. It writes the prefix, the index and, since version 2,
 * whether the session was used before.
 */
public final class MqttSessionSplitSerializer
        implements SimpleVersionedSerializer<MqttSessionSplit> {

    private static final int VERSION = 2;
    private static final int WITHOUT_USED_BEFORE = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(MqttSessionSplit split) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeUTF(split.prefix());
        out.writeInt(split.index());
        out.writeBoolean(split.usedBefore());
        return out.getCopyOfBuffer();
    }

    @Override
    public MqttSessionSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION && version != WITHOUT_USED_BEFORE) {
            throw new IOException("Unknown version of an MQTT session split: " + version);
        }
        DataInputDeserializer in = new DataInputDeserializer(serialized);
        String prefix = in.readUTF();
        int index = in.readInt();
        return new MqttSessionSplit(
                prefix, index, version == WITHOUT_USED_BEFORE || in.readBoolean());
    }
}
