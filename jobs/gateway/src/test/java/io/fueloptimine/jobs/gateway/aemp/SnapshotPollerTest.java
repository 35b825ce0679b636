package io.fueloptimine.jobs.gateway.aemp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
import io.fueloptimine.jobs.gateway.GatewayPublisher;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SnapshotPollerTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final String TOPIC = "pit/v1/haultruck/T1/telemetry";

    @TempDir Path folder;

    private final Broker broker = new Broker();
    private String page = "";

    @BeforeEach
    void listMachines() throws Exception {
        Files.writeString(
                folder.resolve("machines.yaml"),
                """
                site: pit
                machines:
                  - {machineId: T1, kind: haultruck, serialNumber: 4711, equipmentClass: 930E}
                """);
    }

    @Test
    void publishesTheNewSectionsAndTheMeanRatesBetweenTwoOfThem() throws Exception {
        SnapshotPoller poller = poller();
        page = snapshot(0, 1_000);
        assertThat(poller.poll()).isEmpty();
        page = snapshot(900, 1_075);
        assertThat(poller.poll()).isEmpty();

        assertThat(broker.topics).containsOnly(TOPIC);
        assertThat(broker.messages).hasSize(2 + 45);
        assertThat(broker.messages.get(0))
                .isEqualTo(
                        "{\"time\":\"2026-01-05T08:00:00Z\",\"equipmentClass\":\"930E\","
                                + "\"totalFuelUsedL\":1000.0,\"aempSection\":\"FuelUsed\"}");
        assertThat(broker.messages.get(1))
                .isEqualTo(
                        "{\"time\":\"2026-01-05T08:00:10Z\",\"equipmentClass\":\"930E\","
                                + "\"fuelRateLph\":300.0,\"derivedFrom\":\"FuelUsed\"}");
        assertThat(poller.counts().polls()).isEqualTo(2);
        assertThat(poller.counts().published()).isEqualTo(47);
        assertThat(poller.counts().unlistedMachines()).isEqualTo(1);
    }

    @Test
    void theSameSnapshotAgainGivesNothing() throws Exception {
        SnapshotPoller poller = poller();
        page = snapshot(0, 1_000);
        poller.poll();
        poller.poll();

        assertThat(broker.messages).hasSize(1);
        assertThat(poller.counts().repeatedSections()).isEqualTo(1);
    }

    @Test
    void messagesWaitForTheBrokerUnchanged() throws Exception {
        SnapshotPoller poller = poller();
        page = snapshot(0, 1_000);
        poller.poll();
        broker.connected = false;
        page = snapshot(900, 1_075);
        assertThat(poller.poll())
                .singleElement()
                .asString()
                .contains("46 messages wait for the broker", "not connected");
        page = snapshot(1_800, 1_075);
        poller.poll();
        assertThat(poller.counts().waiting()).isEqualTo(2 * 46);

        broker.connected = true;
        assertThat(poller.deliver()).isEmpty();

        assertThat(poller.counts().waiting()).isZero();
        assertThat(broker.messages).hasSize(1 + 2 * 46);
        assertThat(broker.messages.get(1)).contains("08:00:10", "300.0");
        assertThat(broker.messages.get(92)).contains("08:30:00", "1075.0");
    }

    @Test
    void aKilledGatewayContinuesWhereItsStateEnds() throws Exception {
        SnapshotPoller first = poller();
        page = snapshot(0, 1_000);
        first.poll();
        broker.connected = false;
        page = snapshot(900, 1_075);
        first.poll();
        broker.connected = true;

        SnapshotPoller second = poller();
        page = snapshot(1_800, 1_075);
        assertThat(second.poll()).isEmpty();

        assertThat(broker.messages).hasSize(1 + 2 * 46).doesNotHaveDuplicates();
        SnapshotPoller third = poller();
        third.poll();
        assertThat(broker.messages).hasSize(1 + 2 * 46);
    }

    @Test
    void readsASnapshotFromAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("fleet.xml"), snapshot(0, 1_000));
        SnapshotPoller poller = SnapshotPoller.open(settings(file.toUri()), broker);

        assertThat(poller.poll()).isEmpty();
        Files.delete(file);
        assertThat(poller.poll()).singleElement().asString().contains("does not exist");

        assertThat(broker.messages).hasSize(1);
        assertThat(poller.counts().failedPolls()).isEqualTo(1);
    }

    @Test
    void pollsUntilItIsClosed() throws Exception {
        page = snapshot(0, 1_000);
        CountDownLatch polled = new CountDownLatch(2);
        SnapshotPoller poller = poller();
        SnapshotPull pull =
                SnapshotPull.start(poller, Duration.ofMillis(1), problems -> polled.countDown());

        assertThat(polled.await(20, TimeUnit.SECONDS)).isTrue();
        pull.close();

        long polls = poller.counts().polls();
        assertThat(polls).isGreaterThanOrEqualTo(2);
        assertThat(poller.counts().polls()).isEqualTo(polls);
    }

    @Test
    void namesEveryFaultOfTheSettings() throws Exception {
        Files.writeString(
                folder.resolve("machines.yaml"),
                """
                site: a/b
                machines:
                  - {machineId: T1, kind: truck, serialNumber: 1}
                  - {machineId: T2, kind: haultruck}
                  - {machineId: T3, kind: haultruck, pin: P, colour: red}
                  - {machineId: T3, kind: haultruck, pin: P}
                """);
        Files.writeString(folder.resolve("state.json"), "{\"machines\": 7}");
        Path credentials = Files.writeString(folder.resolve("credentials"), "token = abc");
        PullSettings settings =
                new PullSettings(
                        URI.create("http://oem.example/Fleet/1"),
                        folder.resolve("machines.yaml"),
                        Optional.of(credentials),
                        Optional.of(credentials),
                        folder.resolve("state.json"),
                        Duration.ZERO,
                        Duration.ofDays(9),
                        Duration.ofSeconds(5));

        assertThat(String.join("\n", settings.faults()))
                .contains("--aemp is an http address")
                .contains("--aemp-poll-minutes is 0")
                .contains("--aemp-longest-gap-minutes is 12960")
                .contains("site is 'a/b'")
                .contains("machines[0].kind is 'truck'")
                .contains("machines[1].equipmentId is ''")
                .contains("machines[2].colour")
                .contains("machines[3].machineId is 'T3'")
                .contains("machines[3].pin is 'P'")
                .contains("--aemp-certificates")
                .contains("state file")
                .doesNotContain("abc");
        assertThatThrownBy(() -> SnapshotPoller.open(settings, broker))
                .isInstanceOf(InvalidInputException.class);
    }

    private SnapshotPoller poller() {
        return SnapshotPoller.of(
                settings(URI.create("http://127.0.0.1/Fleet/1")),
                address -> page.getBytes(StandardCharsets.UTF_8),
                broker);
    }

    private PullSettings settings(URI first) {
        return new PullSettings(
                first,
                folder.resolve("machines.yaml"),
                Optional.empty(),
                Optional.empty(),
                folder.resolve("state.json"),
                Duration.ofMinutes(15),
                Duration.ofHours(2),
                Duration.ofSeconds(5));
    }

    private static String snapshot(int atS, double litres) {
        return "<Fleet version='1'><Equipment><EquipmentHeader><SerialNumber>4711</SerialNumber>"
                + "</EquipmentHeader><FuelUsed datetime='"
                + START.plusSeconds(atS)
                + "'><FuelUnits>litre</FuelUnits><FuelConsumed>"
                + litres
                + "</FuelConsumed></FuelUsed></Equipment><Equipment><EquipmentHeader>"
                + "<EquipmentID>rented</EquipmentID></EquipmentHeader></Equipment></Fleet>";
    }

    private static final class Broker implements GatewayPublisher {

        private final List<String> topics = new ArrayList<>();
        private final List<String> messages = new ArrayList<>();
        private volatile boolean connected = true;

        @Override
        public synchronized Optional<CompletableFuture<Void>> offer(
                OutgoingMessage message, Duration limit) {
            topics.add(message.topic());
            messages.add(new String(message.payload(), StandardCharsets.UTF_8));
            return Optional.of(CompletableFuture.completedFuture(null));
        }

        @Override
        public PublisherCounts figures() {
            return new PublisherCounts(connected, 0, 0, 0, 0, 0, 0, 0, Optional.empty());
        }
    }
}
