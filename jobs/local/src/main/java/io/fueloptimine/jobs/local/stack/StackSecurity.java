package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaSasl;
import io.fueloptimine.connectors.kafka.KafkaTls;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.connection.MqttTls;
import io.fueloptimine.jobs.broker.BrokerAccess;
import io.fueloptimine.jobs.broker.BrokerTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates and passwords of a secured stack, in one folder that only its owner can access.
 * They are made at the first start and kept. Immutable.
 *
 * <p>The certificates are those of {@code flink-conf/tls/make-certificates}: an authority of the
 * folder signs the certificate that all servers of the stack show.
 */
public final class StackSecurity {

    /** The user of MQTT for job ingest; its sessions begin with this name. */
    public static final String MQTT_INGEST = "fuel-ingest";

    /** The user of MQTT for job cabs. */
    public static final String MQTT_CABS = "fuel-cabs";

    /** The user of MQTT for the simulated mine. */
    public static final String MQTT_MINE = "mine";

    private static final String MECHANISM = "PLAIN";

    private final Path folder;

    private StackSecurity(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes what is missing in the folder.
     *
     * @param script the path of {@code make-certificates}
     * @param site the site whose topics the users of MQTT read and write
     * @throws StackException if certificates or passwords cannot be made
     */
    public static StackSecurity make(Path script, Path folder, String site) {
        StackSecurity security = new StackSecurity(folder.toAbsolutePath());
        try {
            Files.createDirectories(folder);
            OwnerOnly.restrict(folder);
            ClusterTls.make(script, folder.resolve("tls"));
            for (String user : List.of(MQTT_INGEST, MQTT_CABS, MQTT_MINE)) {
                GeneratedPassword.in(security.mqttPassword(user));
            }
            for (String user : KafkaPrincipals.names()) {
                GeneratedPassword.in(security.kafkaPassword(user));
            }
            Files.writeString(security.mqttRights(), mqttRights(site));
            return security;
        } catch (IOException e) {
            throw new StackException("passwords cannot be made: " + e.getMessage(), e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** The certificate of the authority, in PEM format. */
    public Path authority() {
        return folder.resolve("tls/client/ca.pem");
    }

    /** The key and the certificate of the servers, in PKCS12 format. */
    Path serverKeys() {
        return folder.resolve("tls/cluster/rest.p12");
    }

    Path serverKeysPassword() {
        return folder.resolve("tls/cluster/password");
    }

    /** The trust store for SQL clients, which contains the authority. */
    public Path sqlTrustStore() {
        return folder.resolve("sql-trust.jks");
    }

    public Path mqttPassword(String user) {
        return users("mqtt").resolve(user + ".password");
    }

    public Path kafkaPassword(String user) {
        return users("kafka").resolve(user + ".password");
    }

    /** The TLS listener of the broker. */
    BrokerTls brokerTls(int port) {
        return new BrokerTls(
                "127.0.0.1",
                port,
                new BrokerTls.Store(serverKeys(), serverKeysPassword()),
                BrokerTls.ClientCertificate.NONE,
                Optional.empty());
    }

    BrokerAccess brokerAccess() {
        return new BrokerAccess(users("mqtt"), mqttRights());
    }

    /** The connection of a user to the broker. */
    public MqttConnectionSettings mqtt(int port, String user) {
        return new MqttConnectionSettings(
                "127.0.0.1",
                port,
                user,
                mqttPassword(user).toString(),
                MqttConnectionOptions.KEEP_ALIVE.defaultValue(),
                new MqttTls(
                        true,
                        authority().toString(),
                        null,
                        null,
                        null,
                        true,
                        MqttConnectionOptions.TLS_HANDSHAKE_TIMEOUT.defaultValue()));
    }

    /** The same as options of a job. */
    public List<String> mqttArguments(String user) {
        return List.of(
                "--mqtt.username",
                user,
                "--mqtt.password-file",
                mqttPassword(user).toString(),
                "--mqtt.tls.enabled",
                "true",
                "--mqtt.tls.trust-store",
                authority().toString());
    }

    /** The connection of a principal to Kafka. */
    public KafkaConnection kafka(String bootstrapServers, String principal) {
        return new KafkaConnection(
                bootstrapServers,
                new KafkaTls(true, authority().toString(), null, null, null, true),
                new KafkaSasl(MECHANISM, principal, kafkaPassword(principal).toString(), null),
                Map.of());
    }

    /** The options of that connection, without the addresses. */
    public Map<String, String> kafkaOptions(String principal) {
        return Map.of(
                "kafka.tls.enabled",
                "true",
                "kafka.tls.trust-store",
                authority().toString(),
                "kafka.sasl.mechanism",
                MECHANISM,
                "kafka.sasl.username",
                principal,
                "kafka.sasl.password-file",
                kafkaPassword(principal).toString());
    }

    /** The same as arguments of a job. */
    public List<String> kafkaArguments(String principal) {
        List<String> arguments = new ArrayList<>();
        kafkaOptions(principal)
                .forEach((key, value) -> arguments.addAll(List.of("--" + key, value)));
        return arguments;
    }

    private Path mqttRights() {
        return folder.resolve("mqtt.rights");
    }

    private Path users(String server) {
        try {
            Path users = Files.createDirectories(folder.resolve(server));
            OwnerOnly.restrict(users);
            return users;
        } catch (IOException e) {
            throw new StackException("folder cannot be used: " + e.getMessage(), e);
        }
    }

    private static String mqttRights(String site) {
        String rights =
                """
               # Made at each start.
               user %2$s
               topic read %1$s/v1/haultruck/#
               topic read %1$s/v1/shovel/#
               topic read %1$s/v1/aux/#
               topic read %1$s/v1/fuelbay/#
               topic read %1$s/replay/#
               user %3$s
               topic write %1$s/v1/dispatch/#
               user %4$s
               topic write %1$s/v1/haultruck/#
               topic write %1$s/v1/shovel/#
               topic write %1$s/v1/aux/#
               topic write %1$s/v1/fuelbay/#
               topic read %1$s/v1/dispatch/#
               """;
        return String.format(Locale.ROOT, rights, site, MQTT_INGEST, MQTT_CABS, MQTT_MINE);
    }
}
