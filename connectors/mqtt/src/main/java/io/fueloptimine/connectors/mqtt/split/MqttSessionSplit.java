package io.fueloptimine.connectors.mqtt.split;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One lasting session at the broker, the unit that readers share out among themselves.
 *
 * @param prefix the name that the sessions of one source have in common
 * @param index the session's number among them, from 0
 */
public record MqttSessionSplit(String prefix, int index) implements SourceSplit {

    /** Also the MQTT client identifier, under which the broker keeps the session. */
    @Override
    public String splitId() {
        return prefix + "-" + index;
    }
}
