package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.models.mine.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The principals of Kafka, and the topics that each of them can read and write. A consumer group of
 * a job begins with {@code fuel-} and the name of its principal.
 */
public final class KafkaPrincipals {

    /** The principal of the server itself, and of those who set it up: it can do everything. */
    public static final String ADMINISTRATOR = "admin";

    /** The principal of people in the control room: reads all topics, writes the commands. */
    public static final String CONTROL_ROOM = "control-room";

    /** The principal of {@code fuel retrain}. */
    public static final String RETRAINING = "retraining";

    /**
     * @param name the name of the user
     * @param reads the topics that the user can read
     * @param writes the topics that the user can write
     */
    public record Principal(String name, List<String> reads, List<String> writes) {}

    /** All principals but the administrator. */
    public static final List<Principal> ALL =
            List.of(
                    new Principal(
                            "ingest",
                            List.of(Topics.QUALITY_SUITES),
                            List.of(
                                    Topics.READINGS_VALID,
                                    Topics.FUEL_QUALITY,
                                    Topics.ALERTS_SIGNALS)),
                    new Principal(
                            "fuel",
                            List.of(Topics.READINGS_VALID, Topics.MODELS_CHAMPION),
                            List.of(
                                    Topics.HAUL_CYCLES,
                                    Topics.FUEL_SCORES,
                                    Topics.FUEL_DRIFT,
                                    Topics.MODELS_RETRAIN,
                                    Topics.ROAD_EXCESS,
                                    Topics.DISPATCH_ADVICE,
                                    Topics.PAYLOAD_COACHING,
                                    Topics.CONSUMPTION_OUTLIERS,
                                    Topics.READINGS_LATE)),
                    new Principal(
                            "alarms",
                            List.of(
                                    Topics.READINGS_VALID,
                                    Topics.FUEL_SCORES,
                                    Topics.FUEL_QUALITY,
                                    Topics.READINGS_LATE,
                                    Topics.QUALITY_SUITES,
                                    Topics.FUEL_DRIFT,
                                    Topics.DISPATCH_PLANS,
                                    Topics.ALERTS_SIGNALS,
                                    Topics.ALERTS_COMMANDS),
                            List.of(
                                    Topics.FUEL_ALERTS,
                                    Topics.ALERTS_COMMANDS_ANSWERS,
                                    Topics.ROAD_STATES,
                                    Topics.FUEL_QUALITY)),
                    new Principal(
                            "dispatch",
                            List.of(
                                    Topics.READINGS_VALID,
                                    Topics.FUEL_DRIFT,
                                    Topics.FUEL_SCORES,
                                    Topics.ROAD_EXCESS,
                                    Topics.ROAD_STATES,
                                    Topics.DISPATCH_TARGETS),
                            List.of(
                                    Topics.DISPATCH_PLANS,
                                    Topics.DISPATCH_ASSIGNMENTS,
                                    Topics.DISPATCH_TARGETS_ANSWERS,
                                    Topics.ALERTS_SIGNALS)),
                    new Principal(
                            "archive",
                            List.of(Topics.READINGS_VALID, Topics.FUEL_SCORES, Topics.HAUL_CYCLES),
                            List.of(Topics.ALERTS_SIGNALS)),
                    new Principal("cabs", List.of(Topics.DISPATCH_ASSIGNMENTS), List.of()),
                    new Principal(
                            RETRAINING,
                            List.of(Topics.MODELS_RETRAIN),
                            List.of(Topics.MODELS_TRAINED, Topics.MODELS_CHAMPION)),
                    new Principal(
                            CONTROL_ROOM,
                            Topics.KAFKA,
                            List.of(Topics.ALERTS_COMMANDS, Topics.DISPATCH_TARGETS)));

    private KafkaPrincipals() {}

    /** The names of all principals. */
    public static List<String> names() {
        return Stream.concat(Stream.of(ADMINISTRATOR), ALL.stream().map(Principal::name)).toList();
    }

    /** The permissions of all principals, for Kafka's own authorizer. */
    static List<AclBinding> bindings() {
        List<AclBinding> bindings = new ArrayList<>();
        for (Principal principal : ALL) {
            String user = principal.name();
            principal.reads().forEach(topic -> bindings.add(topic(user, topic, AclOperation.READ)));
            principal
                    .writes()
                    .forEach(topic -> bindings.add(topic(user, topic, AclOperation.WRITE)));
            bindings.add(
                    binding(
                            user,
                            new ResourcePattern(
                                    ResourceType.GROUP, "fuel-" + user, PatternType.PREFIXED),
                            AclOperation.READ));
        }
        return bindings;
    }

    /**
     * Sets the permissions of all principals.
     *
     * @param connection the connection of the administrator
     * @throws StackException if Kafka refuses them
     */
    static void permit(KafkaConnection connection) {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            admin.createAcls(bindings()).all().get();
        } catch (ExecutionException e) {
            throw new StackException("Kafka refuses its permissions: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while setting Kafka's permissions", e);
        }
    }

    private static AclBinding topic(String user, String topic, AclOperation operation) {
        return binding(
                user,
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                operation);
    }

    private static AclBinding binding(
            String user, ResourcePattern resource, AclOperation operation) {
        return new AclBinding(
                resource,
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }
}
