package io.fueloptimine.connectors.mqtt.split;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One lasting session at the broker, the unit that readers share out among themselves.
 *
 * @param prefix the name that the sessions of one source have in common
 * @param index the session's number among them, from 0
 * @param usedBefore whether this job has had it before, so that a broker that does not know it has
 *     lost what it held
 */
public record MqttSessionSplit(String prefix, int index, boolean usedBefore)
        implements SourceSplit {

    /** A session that is used for the first time, as far as anybody knows. */
    public MqttSessionSplit(String prefix, int index) {
        this(prefix, index, false);
    }

    /** Also the MQTT client identifier, under which the broker keeps the session. */
    @Override
    public String splitId() {
        return prefix + "-" + index;
    }
}
