package io.fueloptimine.connectors.mqtt.connection;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Where the broker is and how one proves to it who one is; {@link MqttConnectionOptions} says what
 * each part means. Holds no secret, only the names of the files that do.
 *
 * @param username null if the broker asks for none
 * @param passwordFile null if the broker asks for none
 */
public record MqttConnectionSettings(
        String host,
        int port,
        String username,
        String passwordFile,
        Duration keepAlive,
        MqttTls tls)
        implements Serializable {

    /** Reads the options, unchecked; {@link MqttConnectionFaults} checks them. */
    public static MqttConnectionSettings from(ReadableConfig options) {
        return new MqttConnectionSettings(
                options.get(MqttConnectionOptions.HOST),
                options.get(MqttConnectionOptions.PORT),
                options.get(MqttConnectionOptions.USERNAME),
                options.get(MqttConnectionOptions.PASSWORD_FILE),
                options.get(MqttConnectionOptions.KEEP_ALIVE),
                MqttTls.from(options));
    }

    /** A connection in clear without a user, everything else by default. */
    public static MqttConnectionSettings plain(String host, int port) {
        return new MqttConnectionSettings(
                host,
                port,
                null,
                null,
                MqttConnectionOptions.KEEP_ALIVE.defaultValue(),
                MqttTls.OFF);
    }
}
