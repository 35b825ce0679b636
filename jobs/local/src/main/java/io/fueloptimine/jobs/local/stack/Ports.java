package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The ports of a local run, all on the loopback address.
 *
 * @param web the port of Flink's web UI and REST API
 * @param mqtt the port of the MQTT broker
 * @param kafka the port for Kafka clients
 * @param kafkaController the port of Kafka's controller
 * @param sql the port of the SQL server
 */
public record Ports(int web, int mqtt, int kafka, int kafkaController, int sql) {

    private static final int LARGEST = 65_535;
    private static final int LARGEST_PRIVILEGED = 1_023;

    /**
     * The use of a port.
     *
     * @param port the port
     * @param owner the server that listens on the port
     * @param option the option that changes the port
     */
    public record Use(int port, String owner, String option) {}

    /** The use of each port. */
    public List<Use> uses() {
        return List.of(
                new Use(web, "Flink's web UI", "--web-port"),
                new Use(mqtt, "the MQTT broker", "--mqtt-port"),
                new Use(kafka, "Kafka", "--kafka-port"),
                new Use(kafkaController, "Kafka's controller", "--kafka-controller-port"),
                new Use(sql, "the SQL server", "--sql-port"));
    }

    /**
     * Finds the ports that are out of range, used twice, or in use by another process.
     *
     * @return one text per fault, with the options to change
     */
    public static List<String> faultsIn(List<Use> uses) {
        List<String> faults = new ArrayList<>();
        Map<Integer, List<Use>> byPort =
                uses.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Use::port, TreeMap::new, Collectors.toList()));
        for (Use use : uses) {
            if (use.port() < 1 || use.port() > LARGEST) {
                faults.add(
                        "Invalid value for option '"
                                + use.option()
                                + "': "
                                + use.port()
                                + ", expected 1 to "
                                + LARGEST);
                byPort.remove(use.port());
            }
        }
        byPort.values().forEach(same -> check(same, faults));
        return faults;
    }

    /**
     * Checks that all ports can be used.
     *
     * @throws InvalidInputException if a port cannot be used; the exception contains all faults
     */
    public static void requireUsable(List<Use> uses) {
        List<String> faults = faultsIn(uses);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    private static void check(List<Use> same, List<String> faults) {
        int port = same.get(0).port();
        String owners = same.stream().map(Use::owner).collect(Collectors.joining(" and "));
        String options = same.stream().map(Use::option).collect(Collectors.joining(" or "));
        if (same.size() > 1) {
            faults.add(
                    "port "
                            + port
                            + " is given to "
                            + owners
                            + ", expected different ports; choose another with "
                            + options);
        }
        fault(InetAddress.getLoopbackAddress(), port)
                .ifPresent(
                        fault ->
                                faults.add(
                                        "port " + port + " for " + owners + " " + fault + " with "
                                                + options));
    }

    /**
     * Returns the reason for which a server cannot listen on a port; empty if it can. The text
     * continues a sentence whose subject is the port.
     */
    public static Optional<String> fault(InetAddress address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
            return Optional.empty();
        } catch (IOException e) {
            boolean forbidden = port <= LARGEST_PRIVILEGED && !isAnswering(address, port);
            return Optional.of(
                    forbidden
                            ? "may not be used by this user; choose one above " + LARGEST_PRIVILEGED
                            : "is in use; free it or choose another");
        }
    }

    private static boolean isAnswering(InetAddress address, int port) {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
