package io.fueloptimine.jobs.cli;

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

/** A connection to a broker that runs already, as options that commands share. */
final class MqttOptions {

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
                    "Another option of the connection, such as mqtt.username=gateway,"
                            + " mqtt.password-file=FILE or mqtt.tls.enabled=true; to be repeated."
                            + " connectors/mqtt/README.md lists them.")
    private final Map<String, String> more = new LinkedHashMap<>();

    /** Who connects, and the file of the password; null where nobody in particular, or no file. */
    void signIn(String username, Path passwordFile) {
        if (username != null) {
            more.put(MqttConnectionOptions.USERNAME.key(), username);
        }
        if (passwordFile != null) {
            more.put(MqttConnectionOptions.PASSWORD_FILE.key(), passwordFile.toString());
        }
    }

    /** Where the broker is, HOST:PORT. */
    String address() {
        return host + ":" + port;
    }

    /** Every fault in them, one a line; empty if there is none. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(more.keySet());
        for (ConfigOption<?> option : MqttConnectionOptions.ALL) {
            unknown.remove(option.key());
            checkForm(option, faults);
        }
        unknown.forEach(key -> faults.add("--mqtt " + key + " is no option of a connection"));
        if (faults.isEmpty()) {
            faults.addAll(MqttConnectionFaults.in(settings()));
        }
        return faults;
    }

    /** The connection; to be asked for only without {@link #faults()}. */
    MqttConnectionSettings settings() {
        return MqttConnectionSettings.from(configuration());
    }

    private void checkForm(ConfigOption<?> option, List<String> faults) {
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
