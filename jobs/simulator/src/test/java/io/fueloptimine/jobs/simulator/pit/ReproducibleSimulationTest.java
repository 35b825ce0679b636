package io.fueloptimine.jobs.simulator.pit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.scenario.ScenarioConditions;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFile;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.site.MineSite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Compares all simulated messages of a run with the hash of an earlier version's messages, so that
 * a change of structure cannot change the simulation unnoticed. A change that alters the simulation
 * on purpose updates the hashes.
 *
 * <p>Limited to one processor architecture: {@link Math} may differ in the last bit on another.
 */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
class ReproducibleSimulationTest {

    private static final Instant VALID = TestMine.START.plusSeconds(86_400);

    @Test
    void sameMessagesWithFaultsAssignmentsAndRestart() throws Exception {
        MineSite site = TestMine.andes();
        ScenarioConditions conditions =
                new ScenarioConditions(
                        ScenarioFile.read(
                                Path.of("../../deploy/local/scenarios/every-fault.yaml"), site),
                        TestMine.START);
        MessageHash hash = new MessageHash();
        Pit first = new Pit(site, new PitSettings(11, TestMine.START, true), conditions, hash::add);
        runWithAssignments(first, 0, 75);
        assertThat(hash.hex())
                .isEqualTo("e6ce8dc82d49279d69be2f64b9f06ee1836361238c25b2dcfc65a591a4e410eb");

        PitSnapshot snapshot =
                MineJson.fromBytes(MineJson.toBytes(first.snapshot()), PitSnapshot.class);
        Pit second = Pit.restore(site, PitSettings.of(11), conditions, hash::add, snapshot);
        runWithAssignments(second, 75, 150);
        assertThat(hash.hex())
                .isEqualTo("4d6889cb87ea4bfcf8291dde0767cc633184353c758be759ff6ae554404292dc");
    }

    @Test
    void sameMessagesOverTwoDaysWithoutTelemetry() throws Exception {
        MessageHash hash = new MessageHash();
        Pit pit =
                new Pit(
                        TestMine.andes(),
                        new PitSettings(42, TestMine.START, false),
                        Conditions.NONE,
                        hash::add);
        runWithAssignments(pit, 0, 2_880);
        assertThat(hash.hex())
                .isEqualTo("9b784262cbbecf6e9cb10c306a5703d3c87c926b426078b37add3310ac63dd60");
    }

    /** Sends one assignment per minute, with all tasks and trucks in turn. */
    private static void runWithAssignments(Pit pit, int fromMinute, int toMinute) {
        for (int minute = fromMinute; minute < toMinute; minute++) {
            String truckId = String.format("T%02d", 1 + minute % 26);
            Task task = Task.values()[minute / 3 % Task.values().length];
            String place =
                    switch (task) {
                        case LOAD -> "FACE-4";
                        case OFFLOAD -> minute % 2 == 0 ? "STOCK" : "CRUSHER";
                        case FUEL -> "FUEL-BAY";
                        case PARK -> "PARKING";
                        case WAIT -> null;
                    };
            String unit = task == Task.LOAD ? "HX04" : null;
            pit.obey(TestMine.assignment("A-" + minute, truckId, task, place, unit, VALID));
            pit.advanceTo(TestMine.START.plusSeconds(60L * (minute + 1)));
        }
    }

    /** SHA-256 of messages, with the exact bits of every number. */
    private static final class MessageHash {
        private final MessageDigest digest;

        MessageHash() throws NoSuchAlgorithmException {
            digest = MessageDigest.getInstance("SHA-256");
        }

        void add(MachineMessage message) {
            add(message.kind().name());
            add(message.machineId());
            add(message.stream().name());
            add(message.sequence() + "@" + message.time());
            for (Map.Entry<String, Object> field : message.body().entrySet()) {
                add(field.getKey());
                Object value = field.getValue();
                add(
                        value instanceof Double number
                                ? Long.toHexString(Double.doubleToRawLongBits(number))
                                : String.valueOf(value));
            }
        }

        private void add(String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }

        String hex() throws CloneNotSupportedException {
            MessageDigest soFar = (MessageDigest) digest.clone();
            return HexFormat.of().formatHex(soFar.digest());
        }
    }
}
