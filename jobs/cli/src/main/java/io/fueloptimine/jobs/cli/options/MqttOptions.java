package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionFaults;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Option;

/** The options of a connection to a running MQTT broker. */
public final class MqttOptions {

    @Option(
            names = "--mqtt-host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The MQTT broker's host (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--mqtt-port",
            paramLabel = "PORT",
            defaultValue = "1883",
            description = "The MQTT broker's port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--mqtt",
            paramLabel = "KEY=VALUE",
            description =
                    "A further option of the connection, such as mqtt.username=gateway,"
                            + " mqtt.password-file=FILE or mqtt.tls.enabled=true; can be repeated."
                            + " connectors/mqtt/README.md lists them.")
    private final Map<String, String> more = new LinkedHashMap<>();

    /** Sets the user and the password file; null stands for no user or no password file. */
    public void authenticate(String username, Path passwordFile) {
        if (username != null) {
            more.put(MqttConnectionOptions.USERNAME.key(), username);
        }
        if (passwordFile != null) {
            more.put(MqttConnectionOptions.PASSWORD_FILE.key(), passwordFile.toString());
        }
    }

    /** The address of the broker as HOST:PORT. */
    public String address() {
        return host + ":" + port;
    }

    /** All faults of the options; empty if they are valid. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(more.keySet());
        for (ConfigOption<?> option : MqttConnectionOptions.ALL) {
            unknown.remove(option.key());
            checkValue(option, faults);
        }
        unknown.forEach(key -> faults.add("--mqtt " + key + " is not an option of a connection"));
        if (faults.isEmpty()) {
            faults.addAll(MqttConnectionFaults.in(settings()));
        }
        return faults;
    }

    /**
     * The settings of the connection. The settings are valid only if {@link #faults()} is empty.
     */
    public MqttConnectionSettings settings() {
        return MqttConnectionSettings.from(configuration());
    }

    private void checkValue(ConfigOption<?> option, List<String> faults) {
        try {
            configuration().get(option);
        } catch (IllegalArgumentException e) {
            faults.add(
                    "--mqtt "
                            + option.key()
                            + " is '"
                            + more.get(option.key())
                            + "', expected "
                            + option.description());
        }
    }

    private Configuration configuration() {
        Configuration options = new Configuration();
        options.set(MqttConnectionOptions.HOST, host);
        options.set(MqttConnectionOptions.PORT, port);
        more.forEach(options::setString);
        return options;
    }
}
