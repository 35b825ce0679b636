package io.fueloptimine.connectors.mqtt.split;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Version 1: the prefix as UTF, then the index. */
public final class MqttSessionSplitSerializer
        implements SimpleVersionedSerializer<MqttSessionSplit> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(MqttSessionSplit split) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeUTF(split.prefix());
        out.writeInt(split.index());
        return out.getCopyOfBuffer();
    }

    @Override
    public MqttSessionSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("Unknown version of an MQTT session split: " + version);
        }
        DataInputDeserializer in = new DataInputDeserializer(serialized);
        return new MqttSessionSplit(in.readUTF(), in.readInt());
    }
}
