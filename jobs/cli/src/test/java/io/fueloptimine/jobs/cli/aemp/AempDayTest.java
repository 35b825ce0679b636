package io.fueloptimine.jobs.cli.aemp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
import io.fueloptimine.jobs.gateway.GatewayPublisher;
import io.fueloptimine.jobs.gateway.aemp.PullSettings;
import io.fueloptimine.jobs.gateway.aemp.SnapshotPoller;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.Truck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ten simulated trucks for a day, by MQTT and by the snapshots of a telematics server that is
 * polled over HTTP: the same litres per hour, within what snapshots can resolve.
 */
@Timeout(300)
class AempDayTest {

    private static final int MACHINES = 10;
    private static final Instant START = Instant.parse("2026-01-05T07:00:00Z");
    private static final int HOURS = 24;

    /** The resolution of the fuel counter, L. */
    private static final double COUNTER_STEP_L = 0.5;

    @TempDir Path folder;

    private final HourlyBurn byMqtt = new HourlyBurn();
    private final HourlyBurn bySnapshots = new HourlyBurn();
    private final Map<String, NavigableMap<Instant, Double>> counters = new TreeMap<>();
    private long readings;
    private long messages;

    @ParameterizedTest
    @CsvSource({"false, 83", "true, 83", "false, 0"})
    void aDayOfSnapshotsBurnsTheSameLitresPerHour(boolean json, int staggerS) throws Exception {
        try (TelematicsServer server = TelematicsServer.start(json, Duration.ofSeconds(staggerS))) {
            MineSite mine = mine();
            SnapshotPoller poller = SnapshotPoller.open(settings(server, mine), publisher());
            Pit pit =
                    new Pit(
                            mine,
                            new PitSettings(5, START, Duration.ofSeconds(10)),
                            Conditions.NONE,
                            message -> publish(mine, server, message));
            Instant end = START.plus(Duration.ofHours(HOURS + 2));
            for (Instant at = START; !at.isAfter(end); at = at.plus(TelematicsServer.EVERY)) {
                pit.advanceTo(at.plusSeconds(7));
                assertThat(poller.poll()).isEmpty();
            }
            assertThat(poller.counts().failedPolls()).isZero();
            assertThat(poller.counts().counterResets()).isZero();
            assertThat(poller.counts().longGaps()).isZero();
            // The position of a standing truck keeps its time.
            assertThat(poller.counts().repeatedSections()).isPositive();
            compare(
                    (json ? "JSON" : "XML") + (staggerS == 0 ? ", units report at full hours" : ""),
                    server);
        }
    }

    private void compare(String form, TelematicsServer server) {
        double mqttSumL = 0;
        double snapshotSumL = 0;
        double counterSumL = 0;
        double largestL = 0;
        double largestOfMqttL = 0;
        double resolutionThenL = 0;
        for (String machine : counters.keySet()) {
            NavigableMap<Instant, Double> shown = server.shown(machine);
            for (int hour = 1; hour <= HOURS; hour++) {
                Instant from = START.plus(Duration.ofHours(hour));
                Instant to = from.plus(Duration.ofHours(1));
                double mqttL = byMqtt.litres(machine, from);
                double snapshotL = bySnapshots.litres(machine, from);
                double counterL = counter(machine, to) - counter(machine, from);
                double resolutionL = unresolvedL(shown, from) + unresolvedL(shown, to);
                String what = form + " " + machine + " " + from;

                assertThat(bySnapshots.coveredMinutes(machine, from)).as(what).isEqualTo(60);
                assertThat(snapshotL).as(what).isCloseTo(counterL, within(resolutionL));
                assertThat(snapshotL)
                        .as(what)
                        .isCloseTo(mqttL, within(resolutionL + Math.abs(mqttL - counterL)));
                mqttSumL += mqttL;
                snapshotSumL += snapshotL;
                counterSumL += counterL;
                largestOfMqttL = Math.max(largestOfMqttL, Math.abs(mqttL - counterL));
                if (Math.abs(snapshotL - mqttL) > largestL) {
                    largestL = Math.abs(snapshotL - mqttL);
                    resolutionThenL = resolutionL;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %,d readings by MQTT, %,d messages of snapshots. Litres of the day: %,.0f by"
                        + " MQTT, %,.0f by snapshots, %,.0f by the counters. Largest difference in"
                        + " an hour: %.1f L to MQTT, where snapshots resolve %.1f L; MQTT to the"
                        + " counters %.1f L.%n",
                form,
                readings,
                messages,
                mqttSumL,
                snapshotSumL,
                counterSumL,
                largestL,
                resolutionThenL,
                largestOfMqttL);
    }

    /**
     * The litres that snapshots may put on the wrong side of a time: the counter is known at the
     * section times around it, and between them only that it did not fall.
     */
    private static double unresolvedL(NavigableMap<Instant, Double> shown, Instant time) {
        Map.Entry<Instant, Double> before = shown.floorEntry(time);
        Map.Entry<Instant, Double> after = shown.ceilingEntry(time);
        double lengthS = Duration.between(before.getKey(), after.getKey()).toSeconds();
        double share =
                lengthS == 0 ? 0 : Duration.between(before.getKey(), time).toSeconds() / lengthS;
        double gainL = after.getValue() - before.getValue();
        return Math.max(share, 1 - share) * gainL + COUNTER_STEP_L;
    }

    private double counter(String machine, Instant at) {
        return counters.get(machine).floorEntry(at).getValue();
    }

    private void publish(MineSite mine, TelematicsServer server, MachineMessage message) {
        boolean isTruck = message.kind() == EquipmentKind.HAULTRUCK;
        if (!isTruck || message.stream() != ReadingStream.TELEMETRY) {
            return;
        }
        server.measure(message);
        counters.computeIfAbsent(message.machineId(), id -> new TreeMap<>())
                .put(message.time(), ((Number) message.body().get("totalFuelUsedL")).doubleValue());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("time", message.time());
        body.put("sequence", message.sequence());
        body.putAll(message.body());
        byMqtt.add(
                Topics.mqtt(
                        mine.site(), message.kind(), message.machineId(), ReadingStream.TELEMETRY),
                MineJson.toBytes(body));
        readings++;
    }

    private GatewayPublisher publisher() {
        return new GatewayPublisher() {
            @Override
            public Optional<CompletableFuture<Void>> offer(
                    OutgoingMessage message, Duration limit) {
                bySnapshots.add(message.topic(), message.payload());
                messages++;
                return Optional.of(CompletableFuture.completedFuture(null));
            }

            @Override
            public PublisherCounts figures() {
                return new PublisherCounts(true, 0, 0, 0, 0, 0, 0, 0, Optional.empty());
            }
        };
    }

    private PullSettings settings(TelematicsServer server, MineSite mine) throws Exception {
        Path machines = folder.resolve("machines.yaml");
        Files.writeString(
                machines,
                "site: "
                        + mine.site()
                        + "\nmachines:\n"
                        + mine.trucks().stream()
                                .map(AempDayTest::listed)
                                .collect(Collectors.joining()));
        return new PullSettings(
                server.firstPage(),
                machines,
                Optional.empty(),
                Optional.empty(),
                folder.resolve("state.json"),
                TelematicsServer.EVERY,
                Duration.ofHours(2),
                Duration.ofSeconds(10));
    }

    private static String listed(Truck truck) {
        return "  - {machineId: "
                + truck.id()
                + ", kind: haultruck, equipmentId: OEM-"
                + truck.id()
                + ", equipmentClass: "
                + truck.className()
                + "}\n";
    }

    private static MineSite mine() {
        MineSite andes = MineSiteFile.read(FuelHome.find().mine()).withDigPlan(DigPlan.of());
        return new MineSite(
                andes.site(),
                andes.digPlan(),
                andes.locations(),
                andes.roads(),
                andes.truckClasses(),
                andes.trucks().subList(0, MACHINES),
                andes.loadingUnits(),
                andes.dumps(),
                andes.auxMachines(),
                List.of());
    }
}
