package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.models.mine.InvalidInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of a local run, all on the loopback address.
 *
 * @param web Flink's web UI and REST API
 * @param mqtt the MQTT broker
 * @param kafka Kafka's clients
 * @param kafkaController Kafka's controller quorum
 * @param sql the SQL server
 */
public record Ports(int web, int mqtt, int kafka, int kafkaController, int sql) {

    /** The ports that are in use, each as a line that names the option to change it. */
    public List<String> taken() {
        List<String> taken = new ArrayList<>();
        check(taken, web, "Flink's web UI", "--web-port");
        check(taken, mqtt, "the MQTT broker", "--mqtt-port");
        check(taken, kafka, "Kafka", "--kafka-port");
        check(taken, kafkaController, "Kafka's controller", "--kafka-controller-port");
        check(taken, sql, "the SQL server", "--sql-port");
        return taken;
    }

    /**
     * Refuses to start on ports that are in use.
     *
     * @param taken a line for each port that is in use
     * @throws InvalidInputException with all lines, if there are any
     */
    public static void requireFree(List<String> taken) {
        if (!taken.isEmpty()) {
            throw new InvalidInputException(String.join("\n      ", taken));
        }
    }

    /** Adds a line to {@code taken} if the port is in use. */
    public static void check(List<String> taken, int port, String owner, String option) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            taken.add(
                    "port "
                            + port
                            + " for "
                            + owner
                            + " is in use; free it or choose another with "
                            + option);
        }
    }
}
