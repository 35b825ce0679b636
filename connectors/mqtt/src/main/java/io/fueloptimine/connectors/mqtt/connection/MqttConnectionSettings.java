package io.fueloptimine.connectors.mqtt.connection;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The address of the broker and the client's authentication; {@link MqttConnectionOptions}
 * documents each part. These settings contain no secret, only the names of the files with passwords
 * and keys.
 *
 * @param username the user name; null if the broker requires none
 * @param passwordFile the file that contains the password; null if the broker requires none
 */
public record MqttConnectionSettings(
        String host,
        int port,
        String username,
        String passwordFile,
        Duration keepAlive,
        MqttTls tls)
        implements Serializable {

    /**
     * Reads the options without checking them; {@link MqttConnectionFaults} checks the settings.
     */
    public static MqttConnectionSettings from(ReadableConfig options) {
        return new MqttConnectionSettings(
                options.get(MqttConnectionOptions.HOST),
                options.get(MqttConnectionOptions.PORT),
                options.get(MqttConnectionOptions.USERNAME),
                options.get(MqttConnectionOptions.PASSWORD_FILE),
                options.get(MqttConnectionOptions.KEEP_ALIVE),
                MqttTls.from(options));
    }

    /** Creates settings without TLS and user name; all other settings have their defaults. */
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
