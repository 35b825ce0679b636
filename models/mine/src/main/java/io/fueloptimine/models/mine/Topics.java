package io.fueloptimine.models.mine;

import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of MQTT topics and Kafka topics. */
public final class Topics {

    public static final String READINGS_VALID = "readings.valid";
    public static final String READINGS_LATE = "readings.late";
    public static final String FUEL_QUALITY = "fuel.quality";
    public static final String QUALITY_SUITES = "quality.suites";
    public static final String HAUL_CYCLES = "haul.cycles";
    public static final String FUEL_SCORES = "fuel.scores";
    public static final String FUEL_DRIFT = "fuel.drift";
    public static final String FUEL_ALERTS = "fuel.alerts";
    public static final String ALERTS_SIGNALS = "alerts.signals";
    public static final String ALERTS_COMMANDS = "alerts.commands";
    public static final String ALERTS_COMMANDS_ANSWERS = "alerts.commands.answers";
    public static final String ROAD_STATES = "road.states";
    public static final String ROAD_EXCESS = "road.excess";
    public static final String DISPATCH_PLANS = "dispatch.plans";
    public static final String DISPATCH_ASSIGNMENTS = "dispatch.assignments";
    public static final String DISPATCH_TARGETS = "dispatch.targets";
    public static final String DISPATCH_TARGETS_ANSWERS = "dispatch.targets.answers";
    public static final String DISPATCH_ADVICE = "dispatch.advice";
    public static final String PAYLOAD_COACHING = "payload.coaching";
    public static final String CONSUMPTION_OUTLIERS = "consumption.outliers";
    public static final String MODELS_RETRAIN = "models.retrain";
    public static final String MODELS_TRAINED = "models.trained";
    public static final String MODELS_CHAMPION = "models.champion";

    /** Every Kafka topic, in the order of the data flow. */
    public static final List<String> KAFKA =
            List.of(
                    READINGS_VALID,
                    READINGS_LATE,
                    FUEL_QUALITY,
                    QUALITY_SUITES,
                    HAUL_CYCLES,
                    FUEL_SCORES,
                    FUEL_DRIFT,
                    FUEL_ALERTS,
                    ALERTS_SIGNALS,
                    ALERTS_COMMANDS,
                    ALERTS_COMMANDS_ANSWERS,
                    ROAD_STATES,
                    ROAD_EXCESS,
                    DISPATCH_PLANS,
                    DISPATCH_ASSIGNMENTS,
                    DISPATCH_TARGETS,
                    DISPATCH_TARGETS_ANSWERS,
                    DISPATCH_ADVICE,
                    PAYLOAD_COACHING,
                    CONSUMPTION_OUTLIERS,
                    MODELS_RETRAIN,
                    MODELS_TRAINED,
                    MODELS_CHAMPION);

    /** The version of the messages that machines publish: the second level of their MQTT topics. */
    public static final String MESSAGE_VERSION = "v1";

    private static final String MACHINES = "/" + MESSAGE_VERSION + "/";

    private static final String REPLAY = "/replay";

    /**
     * The beginning of Sparkplug topics. Their second level is a Sparkplug group, which can have
     * the name {@code replay}.
     */
    private static final String SPARKPLUG = "spBv1.0/";

    private Topics() {}

    /** The MQTT topic of one stream of one machine: {@code site/v1/kind/id/stream}. */
    public static String mqtt(
            String site, EquipmentKind kind, String machineId, ReadingStream stream) {
        return site + MACHINES + kind.topicName() + "/" + machineId + "/" + stream.topicName();
    }

    /**
     * The MQTT filters that together match everything that a site's machines publish, and rejected
     * messages that are sent again. There is one filter for each kind of machine, so that messages
     * to the machines, on {@code site/v1/dispatch}, do not match.
     */
    public static List<String> mqttFilters(String site) {
        Stream<String> machines =
                Arrays.stream(EquipmentKind.values())
                        .map(kind -> site + MACHINES + kind.topicName() + "/#");
        return Stream.concat(machines, Stream.of(site + REPLAY + "/#")).toList();
    }

    /**
     * The MQTT topic on which a rejected message of a topic is sent again: {@code
     * site/replay/v1/kind/id/stream}. Such messages have their own topics, so that the broker's
     * access rights control who may send them.
     */
    public static String replay(String topic) {
        int end = topic.indexOf('/');
        return end < 0 ? topic + REPLAY : topic.substring(0, end) + REPLAY + topic.substring(end);
    }

    /**
     * The original topic of a message that is sent again on the given topic; empty if the topic is
     * not one for such messages.
     */
    public static Optional<String> replayed(String topic) {
        int end = topic.indexOf('/');
        if (end < 0 || !topic.startsWith(REPLAY, end) || topic.startsWith(SPARKPLUG)) {
            return Optional.empty();
        }
        String rest = topic.substring(end + REPLAY.length());
        return rest.isEmpty() || rest.startsWith("/")
                ? Optional.of(topic.substring(0, end) + rest)
                : Optional.empty();
    }

    /** The MQTT topic on which one truck's tablet receives its assignments. */
    public static String assignment(String site, String truckId) {
        return site + "/v1/dispatch/" + truckId + "/assignment";
    }

    /** The MQTT filter that matches the assignments of all of a site's trucks. */
    public static String assignments(String site) {
        return assignment(site, "+");
    }
}
