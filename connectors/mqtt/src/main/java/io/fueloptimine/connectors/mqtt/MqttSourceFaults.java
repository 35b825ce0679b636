package io.fueloptimine.connectors.mqtt;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;

/** Checks a source's settings and lists every fault. */
final class MqttSourceFaults {

    private static final int MAX_PACKETS = 65_535;

    private final List<String> faults = new ArrayList<>();

    /** One line per fault, each naming its option; empty if there is none. */
    static List<String> in(MqttSourceSettings settings, ReadableConfig job) {
        MqttSourceFaults found = new MqttSourceFaults();
        found.faults.addAll(MqttConnectionFaults.in(settings.connection()));
        found.checkNames(settings);
        found.checkSizes(settings);
        found.checkTimes(settings);
        found.checkCheckpoints(settings, job);
        return List.copyOf(found.faults);
    }

    private void checkNames(MqttSourceSettings settings) {
        checkName(MqttSourceOptions.GROUP, settings.group());
        if (!Objects.equals(settings.sessionPrefix(), settings.group())) {
            checkName(MqttSourceOptions.SESSION_PREFIX, settings.sessionPrefix());
        }
        List<String> wrong =
                settings.topicFilters().stream().filter(filter -> !isFilter(filter)).toList();
        require(
                !settings.topicFilters().isEmpty() && wrong.isEmpty(),
                MqttSourceOptions.TOPIC_FILTERS,
                (wrong.isEmpty() ? "is missing" : "has " + wrong)
                        + ", expected MQTT filters such as mine/v1/haultruck/#");
    }

    private void checkName(ConfigOption<String> option, String name) {
        require(
                isGiven(name) && name.matches("[^/+#\\s]+"),
                option,
                "is '" + name + "', expected a name without /, +, # or blanks");
    }

    private void checkSizes(MqttSourceSettings settings) {
        checkRange(MqttSourceOptions.SESSIONS, settings.sessions(), 1, 1_000);
        checkRange(MqttSourceOptions.RECEIVE_MAXIMUM, settings.receiveMaximum(), 1, MAX_PACKETS);
        checkRange(MqttSourceOptions.INFLIGHT_WINDOW, settings.inflightWindow(), 1, MAX_PACKETS);
    }

    private void checkTimes(MqttSourceSettings settings) {
        require(
                settings.sessionExpiry().toSeconds() >= 1
                        && settings.sessionExpiry().toSeconds() <= 0xFFFF_FFFFL,
                MqttSourceOptions.SESSION_EXPIRY,
                "is " + settings.sessionExpiry() + ", expected 1 s to 136 years");
        require(
                settings.initialBackoff().toMillis() >= 1,
                MqttSourceOptions.INITIAL_BACKOFF,
                "is " + settings.initialBackoff() + ", expected 1 ms or more");
        require(
                settings.maxBackoff().compareTo(settings.initialBackoff()) >= 0,
                MqttSourceOptions.MAX_BACKOFF,
                "is " + settings.maxBackoff() + ", expected at least the initial back-off");
    }

    private void checkCheckpoints(MqttSourceSettings settings, ReadableConfig job) {
        boolean checkpoints =
                job.getOptional(CheckpointingOptions.CHECKPOINTING_INTERVAL)
                        .filter(interval -> interval.toMillis() > 0)
                        .isPresent();
        require(
                checkpoints || settings.acknowledgement() == AcknowledgementMode.ON_RECEIPT,
                MqttSourceOptions.ACKNOWLEDGE,
                "is ON_CHECKPOINT but checkpointing is disabled, so no message would be"
                        + " acknowledged: set "
                        + CheckpointingOptions.CHECKPOINTING_INTERVAL.key()
                        + " (1 s is suitable), or ON_RECEIPT for at-most-once delivery");
    }

    private void checkRange(ConfigOption<?> option, int value, int min, int max) {
        require(
                value >= min && value <= max,
                option,
                "is " + value + ", expected " + min + " to " + max);
    }

    private void require(boolean valid, ConfigOption<?> option, String fault) {
        if (!valid) {
            faults.add(option.key() + " " + fault);
        }
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    /**
     * Whether a text is a valid MQTT topic filter: a wildcard fills a whole level, and # is in the
     * last level only.
     */
    private static boolean isFilter(String filter) {
        String[] levels = filter.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            String level = levels[i];
            boolean wildcard = level.contains("+") || level.contains("#");
            boolean last = i == levels.length - 1;
            if (wildcard && !(level.equals("+") || (level.equals("#") && last))) {
                return false;
            }
        }
        return !filter.isBlank() && !filter.startsWith("$");
    }
}
