package io.fueloptimine.jobs.soak;

import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.broker.mosquitto.MosquittoProcess;
import io.fueloptimine.jobs.broker.mosquitto.MosquittoProgram;
import io.fueloptimine.jobs.broker.mosquitto.MosquittoSettings;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.SupervisedProcess;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Starts the process of an MQTT broker, for a supervisor that starts the broker again after it has
 * ended.
 *
 * <p>A broker fault kills the built-in broker, but stops Mosquitto cleanly. A killed Mosquitto
 * would lose acknowledged messages, because it writes its queues only at a stop and periodically.
 * Mosquitto is started with the limits and the persistence in {@code
 * deploy/brokers/mosquitto.conf}.
 */
final class BrokerStarter implements SupervisedProcess.Start {

    private final SoakBroker broker;
    private final FuelHome home;
    private final Path data;
    private final int port;

    BrokerStarter(SoakBroker broker, FuelHome home, Path data, int port) {
        this.broker = broker;
        this.home = home;
        this.data = data;
        this.port = port;
    }

    /**
     * Checks that the broker is available.
     *
     * @throws InvalidInputException if Mosquitto is chosen and not installed
     */
    static void requireInstalled(SoakBroker broker) {
        if (broker == SoakBroker.MOSQUITTO) {
            mosquitto();
        }
    }

    @Override
    public SupervisedProcess.Running start() throws IOException {
        return switch (broker) {
            case BUILT_IN -> new BuiltIn(startBuiltIn());
            case MOSQUITTO -> new Mosquitto(startMosquitto());
        };
    }

    private BrokerProcess startBuiltIn() throws IOException {
        return BrokerProcess.start(
                BrokerProcess.classpathIn(home.broker()), port, data, BrokerSettings.DEFAULT);
    }

    private MosquittoProcess startMosquitto() throws IOException {
        Path shipped = home.root().resolve("deploy/brokers/mosquitto.conf");
        return MosquittoProcess.start(
                mosquitto().file(), port, data, MosquittoSettings.fromFile(shipped));
    }

    private static MosquittoProgram mosquitto() {
        return MosquittoProgram.find()
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "mosquitto is not installed: install the system's package,"
                                                + " for example with 'apt-get install mosquitto',"
                                                + " or use --broker builtin"));
    }

    private record BuiltIn(BrokerProcess process) implements SupervisedProcess.Running {

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public void kill() {
            process.kill();
        }

        @Override
        public void close() {
            process.close();
        }
    }

    private record Mosquitto(MosquittoProcess process) implements SupervisedProcess.Running {

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public long pid() {
            return process.pid();
        }

        /** Stops Mosquitto cleanly instead of killing it; see {@link BrokerStarter}. */
        @Override
        public void kill() {
            process.close();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
