package io.fueloptimine.jobs.ingest;

import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.broker.mosquitto.MosquittoProcess;
import io.fueloptimine.jobs.broker.mosquitto.MosquittoProgram;
import io.fueloptimine.jobs.broker.mosquitto.MosquittoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The brokers on which the guarantees of the source are tested. */
enum BrokerKind {
    /** The built-in broker, patched HiveMQ CE. */
    HIVEMQ,
    /** Eclipse Mosquitto; its tests are skipped if it is not installed. */
    MOSQUITTO;

    /** A window that no test fills, for tests that are not about the window. */
    static final int WIDE_WINDOW = 4_000;

    /** Access rights for Mosquitto, if a test writes this file to the data folder. */
    static final String ACCESS_CONTROL = "access.acl";

    private RunningBroker shared;

    /** One broker for all tests that do not stop or kill it; it ends with this JVM. */
    synchronized RunningBroker shared() {
        if (shared == null) {
            try {
                shared = start(Files.createTempDirectory(Path.of("target"), name()), WIDE_WINDOW);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    /** Starts a broker for one test on a free port. */
    RunningBroker start(Path data, int inflightWindow) throws IOException {
        return start(0, data.toAbsolutePath(), inflightWindow);
    }

    RunningBroker start(int port, Path data, int inflightWindow) throws IOException {
        return this == HIVEMQ
                ? startHiveMq(port, data, inflightWindow)
                : startMosquitto(port, data, inflightWindow);
    }

    /** A suffix for topics and groups, different for each broker. */
    String suffix() {
        return "-" + name().toLowerCase(Locale.ROOT);
    }

    private static RunningBroker startHiveMq(int port, Path data, int inflightWindow)
            throws IOException {
        BrokerProcess process =
                BrokerProcess.start(
                        BrokerProcess.classpathIn(Path.of("..", "broker", "target")),
                        port,
                        data,
                        BrokerSettings.DEFAULT.withHeapMib(256).withInflightWindow(inflightWindow));
        return new RunningBroker(
                HIVEMQ,
                data,
                inflightWindow,
                process.port(),
                () -> {}, // HiveMQ CE writes each message before it acknowledges it
                process::kill,
                process::close);
    }

    private static RunningBroker startMosquitto(int port, Path data, int inflightWindow)
            throws IOException {
        Optional<MosquittoProgram> program = MosquittoProgram.find();
        Assumptions.assumeTrue(
                program.isPresent(), "mosquitto is not installed: this test needs it");
        MosquittoSettings settings = MosquittoSettings.of(inflightWindow);
        Path accessControl = data.resolve(ACCESS_CONTROL);
        MosquittoProcess process =
                MosquittoProcess.start(
                        program.get().file(),
                        port,
                        data,
                        Files.exists(accessControl)
                                ? settings.withAccessControl(accessControl)
                                : settings);
        return new RunningBroker(
                MOSQUITTO,
                data,
                inflightWindow,
                process.port(),
                process::save,
                process::kill,
                process::close);
    }
}
