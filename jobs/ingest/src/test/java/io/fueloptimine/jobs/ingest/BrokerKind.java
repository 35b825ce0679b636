package io.fueloptimine.jobs.ingest;

import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;

/** The brokers that every promise of the source is tried on. */
enum BrokerKind {
    /** HiveMQ CE as jobs/broker starts it. */
    HIVEMQ,
    /** Eclipse Mosquitto, where it is installed; tests that ask for it elsewhere are skipped. */
    MOSQUITTO;

    /** So large that it never decides, where a test is not about the window. */
    static final int WIDE_WINDOW = 4_000;

    private RunningBroker shared;

    /** One broker for all tests that do not harm it; it ends with this JVM. */
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

    /** A broker of the test's own on a free port. */
    RunningBroker start(Path data, int inflightWindow) throws IOException {
        return start(0, data.toAbsolutePath(), inflightWindow);
    }

    RunningBroker start(int port, Path data, int inflightWindow) throws IOException {
        return this == HIVEMQ
                ? startHiveMq(port, data, inflightWindow)
                : startMosquitto(port, data, inflightWindow);
    }

    /** Part of a topic or a group, so that both brokers' tests keep apart. */
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
                () -> {}, // it writes as it goes
                process::kill,
                process::close);
    }

    private static RunningBroker startMosquitto(int port, Path data, int inflightWindow)
            throws IOException {
        Assumptions.assumeTrue(
                MosquittoProcess.program().isPresent(),
                "mosquitto is not installed: this test is for HiveMQ CE only");
        MosquittoProcess process = MosquittoProcess.start(port, data, inflightWindow);
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
