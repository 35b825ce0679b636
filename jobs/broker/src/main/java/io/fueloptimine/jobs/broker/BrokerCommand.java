package io.fueloptimine.jobs.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line of the broker's process. {@link BrokerProcess} formats the command line, and
 * {@link Broker} parses it.
 *
 * @param port the TCP port to listen on; 0 for a free port chosen by the system
 * @param data the folder with sessions, queued messages and log; its content remains after a stop
 * @param config the folder for the generated config.xml; by default {@code config} in the data
 *     folder
 * @param settings listeners and limits; the heap size is a JVM option and not part of the command
 *     line
 * @param untilStdinCloses whether the broker stops at the end of standard input, and thus together
 *     with its parent process
 */
record BrokerCommand(
        int port,
        Path data,
        Optional<Path> config,
        BrokerSettings settings,
        boolean untilStdinCloses) {

    static final String USAGE =
            """
            usage: Broker --data <folder> [--port <1883>] [--config <folder>] [--bind <127.0.0.1>]
                          [--inflight-window <2000>] [--max-queued-messages <2000000>]
                          [--tls-port <8883> --tls-key-store <file>
                           --tls-key-store-password-file <file> [--tls-bind <address>]
                           [--tls-client-auth <none|optional|required>]
                           [--tls-trust-store <file> --tls-trust-store-password-file <file>]]
                          [--users <folder> --rights <file>]
                          [--until-stdin-closes]""";

    /** The folder from which HiveMQ reads its config.xml. */
    Path configFolder() {
        return config.orElse(data.resolve("config"));
    }

    /** Formats the command line, so that {@link #parse} returns an equal command. */
    List<String> toArguments() {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--port", Integer.toString(port),
                                "--data", data.toString(),
                                "--bind", settings.bindAddress(),
                                "--inflight-window", Integer.toString(settings.inflightWindow()),
                                "--max-queued-messages",
                                        Long.toString(settings.maxQueuedMessages())));
        config.ifPresent(folder -> arguments.addAll(List.of("--config", folder.toString())));
        settings.tls().ifPresent(tls -> arguments.addAll(TlsArguments.of(tls)));
        settings.access()
                .ifPresent(
                        access ->
                                arguments.addAll(
                                        List.of(
                                                "--users",
                                                access.users().toString(),
                                                "--rights",
                                                access.rights().toString())));
        if (untilStdinCloses) {
            arguments.add("--until-stdin-closes");
        }
        return arguments;
    }

    /**
     * Parses a command line.
     *
     * @throws IllegalArgumentException if an option is wrong; the message lists all faults
     */
    static BrokerCommand parse(String... arguments) {
        return new BrokerArguments(arguments).command();
    }
}
