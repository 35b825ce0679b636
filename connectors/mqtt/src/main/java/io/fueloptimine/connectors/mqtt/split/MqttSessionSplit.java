package io.fueloptimine.connectors.mqtt.split;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One persistent session at the broker; sessions are distributed over the readers.
 *
 * @param prefix the common prefix of the names of one source's sessions
 * @param index the index of the session, from 0
 * @param usedBefore whether this job has used the session before; if true and the broker does not
 *     have the session, the broker has lost messages
 */
public record MqttSessionSplit(String prefix, int index, boolean usedBefore)
        implements SourceSplit {

    /** Creates a session that this job has not used before. */
    public MqttSessionSplit(String prefix, int index) {
        this(prefix, index, false);
    }

    /** The id of the split, which is also the MQTT client identifier of the session. */
    @Override
    public String splitId() {
        return prefix + "-" + index;
    }
}
