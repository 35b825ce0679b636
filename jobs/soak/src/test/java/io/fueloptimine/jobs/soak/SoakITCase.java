package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.broker.mosquitto.MosquittoProgram;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A short soak with real processes and at least three of the five kinds of faults. */
@Tag("whole")
class SoakITCase {

    private static final int READINGS_PER_S = 200;

    private final FuelHome home = FuelHome.find();

    @TempDir Path data;

    @ParameterizedTest
    @EnumSource
    void losesAndDoublesNothingWhateverFails(SoakBroker broker) throws Exception {
        Assumptions.assumeTrue(
                broker != SoakBroker.MOSQUITTO || MosquittoProgram.find().isPresent(),
                "mosquitto is not installed");
        SoakRun.Settings settings =
                new SoakRun.Settings(
                        data.resolve("soak ñ #1,2:3 %d ${x}"),
                        Duration.ofSeconds(24),
                        READINGS_PER_S,
                        1,
                        Duration.ofSeconds(4),
                        List.of(Fault.values()),
                        Duration.ofSeconds(4),
                        broker,
                        MineSiteFile.read(home.mine()),
                        home.registry(),
                        1,
                        freePorts());

        SoakSummary summary = new SoakRun(home, settings, line -> {}).run();

        assertThat(summary.isClean()).as(summary.render()).isTrue();
        // On a slow machine the time is up before the last fault.
        assertThat(summary.faults()).hasSizeBetween(3, Fault.values().length);
        long killed = summary.faults().stream().filter(i -> !i.fault().isOutage()).count();
        assertThat((long) summary.restarts()).isGreaterThanOrEqualTo(killed);
        assertThat(summary.accounts()).allMatch(account -> account.expected() > 0);
    }

    private static SoakPorts freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return new SoakPorts(
                new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4)),
                ports.get(5));
    }
}
