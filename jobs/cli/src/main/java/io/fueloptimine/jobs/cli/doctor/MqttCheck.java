package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.connectors.mqtt.MqttSourceOptions;
import io.fueloptimine.connectors.mqtt.connection.BrokerCheck;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import java.util.List;

/**
 * Checks that the MQTT broker accepts the connection and grants what the jobs need.
 *
 * @param broker the connection
 */
record MqttCheck(MqttConnectionSettings broker) implements SiteCheck {

    @Override
    public String subject() {
        return "mqtt";
    }

    @Override
    public CheckResult run() {
        List<String> faults =
                BrokerCheck.faults(
                        broker, MqttSourceOptions.SESSION_EXPIRY.defaultValue().toSeconds());
        String expected = "a broker of MQTT 5 that keeps sessions, with shared subscriptions";
        return faults.isEmpty()
                ? CheckResult.ok(subject(), broker.host() + ":" + broker.port() + " fits", expected)
                : CheckResult.fault(
                        subject(),
                        String.join("; ", faults),
                        expected,
                        "Start the broker, correct --mqtt-host, --mqtt-port and --mqtt, or set the"
                                + " broker up as deploy/brokers does.");
    }
}
