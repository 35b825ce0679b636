package io.fueloptimine.jobs.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line of the broker's process, read and written in one place so that {@link
 * BrokerProcess} and {@link Broker} cannot disagree.
 *
 * @param port the TCP port to listen on; 0 lets the system choose
 * @param data the folder that keeps sessions, queued messages and the log over restarts
 * @param config the folder for the generated config.xml, the data folder's {@code config} unless
 *     given
 * @param settings how large the broker is (its heap is the JVM's own and no option here)
 * @param untilStdinCloses whether to stop when standard input ends, so that a broker dies with the
 *     process that started it
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
                          [--until-stdin-closes]""";

    /** The folder that HiveMQ reads its config.xml from. */
    Path configFolder() {
        return config.orElse(data.resolve("config"));
    }

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
        if (untilStdinCloses) {
            arguments.add("--until-stdin-closes");
        }
        return arguments;
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if any part is wrong; its message names every fault
     */
    static BrokerCommand parse(String... arguments) {
        return new BrokerArguments(arguments).command();
    }
}
