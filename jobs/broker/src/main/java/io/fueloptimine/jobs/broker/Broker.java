package io.fueloptimine.jobs.broker;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * The mine's MQTT broker: HiveMQ CE in a process of its own, since it does not share a JVM with
 * Flink.
 *
 * <p>Prints the single line {@code ready <port>}, or {@code ready <port> <TLS port>}, once it
 * accepts connections. Stops cleanly on SIGTERM, or when standard input ends if told so. Exit
 * codes: 0 stopped, 1 failed while starting, 2 a wrong option or a port that is taken.
 */
public final class Broker {

    private static final int WRONG_USE = 2;
    private static final int FAILED = 1;

    private Broker() {}

    /** Runs the broker until it is told to stop. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            BrokerCommand command = BrokerCommand.parse(arguments);
            BrokerSettings settings = command.settings();
            int port = freePort(settings.bindAddress(), command.port());
            Optional<BrokerTls> tls = onFreePort(settings.tls());
            keepLogIn(command.data());
            BrokerConfig.write(command.configFolder(), port, settings, tls);
            return serve(command, port + tls.map(listener -> " " + listener.port()).orElse(""));
        } catch (IllegalArgumentException e) {
            return complain(e.getMessage() + System.lineSeparator() + BrokerCommand.USAGE);
        } catch (PortTakenException e) {
            return complain(e.getMessage());
        } catch (IOException | ExecutionException e) {
            System.err.println("the broker did not start: " + e.getMessage());
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
        PayloadStore.boundMemory();
        MendedQueues queues = new MendedQueues();
        EmbeddedHiveMQ hiveMq =
                EmbeddedHiveMQ.builder()
                        .withConfigurationFolder(command.configFolder())
                        .withDataFolder(command.data())
                        .withExtensionsFolder(extensions)
                        .withEmbeddedExtension(queues.asExtension())
                        .withoutLoggingBootstrap()
                        .build();
        queues.in(hiveMq);
        hiveMq.start().get();
        if (!queues.mended()) {
            throw new IOException("its stores cannot be read; see " + logIn(command.data()));
        }
        Lifetime lifetime = new Lifetime(hiveMq, command.untilStdinCloses());
        System.out.println("ready " + ports);
        System.out.flush();
        lifetime.await();
        return 0;
    }

    /** The log's place must be known before the first logger is made. */
    private static void keepLogIn(Path data) throws IOException {
        Files.createDirectories(data);
        System.setProperty("fueloptimine.broker.log", logIn(data).toString());
        System.setProperty(
                "logback.configurationFile", "io/fueloptimine/jobs/broker/broker-logback.xml");
    }

    private static Path logIn(Path data) {
        return data.resolve("broker.log");
    }

    private static Optional<BrokerTls> onFreePort(Optional<BrokerTls> tls)
            throws IOException, PortTakenException {
        if (tls.isEmpty()) {
            return tls;
        }
        BrokerTls listener = tls.get();
        return Optional.of(listener.withPort(freePort(listener.bindAddress(), listener.port())));
    }

    /** HiveMQ reports a taken port late and in its log only, so it is tried first. */
    private static int freePort(String bindAddress, int port)
            throws IOException, PortTakenException {
        InetAddress address = InetAddress.getByName(bindAddress);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new PortTakenException(bindAddress, port, e);
        }
    }

    private static int complain(String message) {
        System.err.println(message);
        return WRONG_USE;
    }
}
