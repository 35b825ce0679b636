package io.fueloptimine.connectors.mqtt.split;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One lasting session at the broker, the unit that readers share out among themselves.
 *
 * @param group the name of the shared subscription
 * @param index the session's number in the group, from 0
 */
public record MqttSessionSplit(String group, int index) implements SourceSplit {

    /** Also the MQTT client identifier, under which the broker keeps the session. */
    @Override
    public String splitId() {
        return group + "-" + index;
    }
}
