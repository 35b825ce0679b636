package io.fueloptimine.jobs.broker;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import io.fueloptimine.jobs.broker.access.TopicRights;
import io.fueloptimine.jobs.broker.access.UserAuthenticator;
import io.fueloptimine.jobs.broker.hivemq.HiveMqPatches;
import io.fueloptimine.jobs.broker.hivemq.PayloadStoreMemory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * The main class of the built-in MQTT broker: HiveMQ CE with the patches of {@link HiveMqPatches},
 * for {@code fuel local} and tests. The broker runs in a separate process, because HiveMQ's
 * libraries conflict with Flink's libraries.
 *
 * <p>When the broker accepts connections, it prints the line {@code ready <port>}, or {@code ready
 * <port> <TLS port>} with TLS; the port is 0 if there is no plain listener. The broker stops
 * cleanly on SIGTERM and, with the option {@code --until-stdin-closes}, at the end of standard
 * input. The exit code is 0 after a stop, 1 after a failed start, and 2 for a wrong option or a
 * port in use.
 */
public final class Broker {

    private static final int WRONG_USE = 2;
    private static final int FAILED = 1;
    private static final int NO_LISTENER = 0;

    private Broker() {}

    /** Runs the broker until the process receives a signal to stop. */
    public static void main(String[] arguments) {
        // Libraries format and compare texts in the default locale.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            BrokerCommand command = BrokerCommand.parse(arguments);
            BrokerSettings settings = command.settings();
            int port =
                    settings.access().isPresent()
                            ? NO_LISTENER
                            : freePort(settings.bindAddress(), command.port());
            Optional<BrokerTls> tls = withFreePort(settings.tls());
            configureLog(command.data());
            BrokerConfig.write(command.configFolder(), port, settings, tls);
            return serve(command, port + tls.map(listener -> " " + listener.port()).orElse(""));
        } catch (IllegalArgumentException e) {
            return wrongUse(e.getMessage() + System.lineSeparator() + BrokerCommand.USAGE);
        } catch (PortInUseException e) {
            return wrongUse(e.getMessage());
        } catch (IOException | ExecutionException e) {
            System.err.println("The broker did not start: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            return FAILED;
        }
    }

    private static int serve(BrokerCommand command, String ports)
            throws IOException, ExecutionException, InterruptedException {
        Path extensions = Files.createDirectories(command.configFolder().resolve("extensions"));
        InternalConfigurations.MAX_INFLIGHT_WINDOW_SIZE_MESSAGES =
                command.settings().inflightWindow();
        PayloadStoreMemory.limit();
        HiveMqPatches patches = new HiveMqPatches(authenticator(command.settings()));
        EmbeddedHiveMQ hiveMq =
                EmbeddedHiveMQ.builder()
                        .withConfigurationFolder(command.configFolder())
                        .withDataFolder(command.data())
                        .withExtensionsFolder(extensions)
                        .withEmbeddedExtension(patches.asExtension())
                        .withoutLoggingBootstrap()
                        .build();
        patches.attachTo(hiveMq);
        hiveMq.start().get();
        patches.requireApplied();
        BrokerShutdown shutdown = new BrokerShutdown(hiveMq, command.untilStdinCloses());
        System.out.println("ready " + ports);
        System.out.flush();
        shutdown.await();
        return 0;
    }

    private static Optional<SimpleAuthenticator> authenticator(BrokerSettings settings)
            throws IOException {
        if (settings.access().isEmpty()) {
            return Optional.empty();
        }
        BrokerAccess access = settings.access().get();
        return Optional.of(
                new UserAuthenticator(access.users(), TopicRights.read(access.rights())));
    }

    /**
     * Configures the log file. Must be called before the first logger is created.
     *
     * <p>Logback evaluates % and ${ in the name of the log file. The name is therefore relative, so
     * that it does not contain the path of the data folder; {@link BrokerProcess} starts the broker
     * in this folder.
     */
    private static void configureLog(Path data) throws IOException {
        Files.createDirectories(data);
        String log = Path.of("").toAbsolutePath().relativize(data.resolve("broker.log")).toString();
        if (log.contains("%") || log.contains("${")) {
            throw new IllegalArgumentException(
                    "--data is "
                            + data
                            + ", expected a path without % and ${ relative to the working folder;"
                            + " start the broker in that folder");
        }
        System.setProperty("fueloptimine.broker.log", log);
        System.setProperty(
                "logback.configurationFile", "io/fueloptimine/jobs/broker/broker-logback.xml");
    }

    private static Optional<BrokerTls> withFreePort(Optional<BrokerTls> tls)
            throws IOException, PortInUseException {
        if (tls.isEmpty()) {
            return tls;
        }
        BrokerTls listener = tls.get();
        return Optional.of(listener.withPort(freePort(listener.bindAddress(), listener.port())));
    }

    /**
     * Checks that a port is free, and returns the port; chooses a free port for 0. HiveMQ itself
     * reports a port in use only in its log.
     */
    private static int freePort(String bindAddress, int port)
            throws IOException, PortInUseException {
        InetAddress address = InetAddress.getByName(bindAddress);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new PortInUseException(bindAddress, port, e);
        }
    }

    private static int wrongUse(String message) {
        System.err.println(message);
        return WRONG_USE;
    }
}
