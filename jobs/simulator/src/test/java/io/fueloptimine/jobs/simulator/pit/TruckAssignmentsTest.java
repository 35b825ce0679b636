package io.fueloptimine.jobs.simulator.pit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.pit.TestMine.RecordedPit;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruckAssignmentsTest {

    private static final Instant LATE = TestMine.START.plus(Duration.ofDays(1));

    @Test
    void trucksWithoutAssignmentsUseTheirOwnStations() {
        RecordedPit recorded = new RecordedPit(Conditions.NONE, false).after(Duration.ofHours(3));

        assertThat(loadsOf(recorded, "T01")).isNotEmpty().containsOnly("SH01");
        assertThat(loadsOf(recorded, "T26")).isNotEmpty().containsOnly("WL05");
    }

    @Test
    void aTruckLoadsAtTheAssignedUnit() {
        RecordedPit recorded = new RecordedPit(Conditions.NONE, false).after(Duration.ofMinutes(1));
        accepted(recorded, Task.LOAD, "FACE-4", "HX04", LATE);
        recorded.after(Duration.ofHours(3));

        assertThat(loadsOf(recorded, "T01").get(0)).isEqualTo("HX04");
        assertThat(loadsOf(recorded, "T01")).contains("SH01");
    }

    @Test
    void anExpiredAssignmentIsRejected() {
        RecordedPit recorded = new RecordedPit(Conditions.NONE, false).after(Duration.ofMinutes(1));

        String expired = give(recorded, "late", Task.LOAD, "FACE-4", "HX04", TestMine.START);
        assertThat(expired).isEqualTo("expired");
    }

    @Test
    void rejectionsNameTheirReason() {
        Conditions down =
                new Conditions() {
                    @Override
                    public boolean down(String machineId, Instant time) {
                        return machineId.equals("SH02") || machineId.equals("T09");
                    }

                    @Override
                    public boolean roadClosed(String segmentId, Instant time) {
                        return segmentId.equals("BENCH-5");
                    }
                };
        RecordedPit recorded = new RecordedPit(down, false).after(Duration.ofMinutes(1));

        assertThat(give(recorded, "a", Task.LOAD, "FACE-2", "SH02", LATE))
                .isEqualTo("destination down");
        assertThat(give(recorded, "b", Task.LOAD, "FACE-5", "WL05", LATE)).isEqualTo("road closed");
        assertThat(give(recorded, "c", Task.LOAD, "X", "NO-SUCH", LATE)).startsWith("unknown");
        assertThat(give(recorded, "d", Task.PARK, "NOWHERE", null, LATE)).startsWith("unknown");
        recorded.pit.obey(TestMine.assignment("e", "T09", Task.WAIT, null, null, LATE));
        assertThat(lastReply(recorded).get("detail")).isEqualTo("truck down");
        assertThat(recorded.pit.counts().rejected()).isEqualTo(5);
    }

    @Test
    void aParkedTruckKeepsItsEngineOffUntilTheNextAssignment() {
        RecordedPit recorded = new RecordedPit(Conditions.NONE, false).after(Duration.ofMinutes(1));
        accepted(recorded, Task.PARK, "PARKING", null, LATE);
        recorded.after(Duration.ofMinutes(60));
        assertThat(recorded.truck("T01").phase()).isEqualTo(TruckPhase.PARKED);
        assertThat(recorded.truck("T01").engine().on()).isFalse();

        accepted(recorded, Task.LOAD, "FACE-1", "SH01", LATE);
        assertThat(recorded.truck("T01").phase()).isEqualTo(TruckPhase.TO_LOAD);
        assertThat(recorded.truck("T01").engine().on()).isTrue();
    }

    @Test
    void aRepeatedAssignmentIsAnsweredOnce() {
        RecordedPit recorded = new RecordedPit(Conditions.NONE, false).after(Duration.ofMinutes(1));
        recorded.pit.obey(TestMine.assignment("x", "T01", Task.WAIT, null, null, LATE));
        recorded.pit.obey(TestMine.assignment("x", "T01", Task.WAIT, null, null, LATE));

        PitCounts counts = recorded.pit.counts();
        assertThat(counts.accepted() + counts.rejected()).isEqualTo(1);
    }

    @Test
    void aTruckRefuelsWhenAssigned() {
        RecordedPit recorded = new RecordedPit(Conditions.NONE, false).after(Duration.ofMinutes(1));
        accepted(recorded, Task.FUEL, "FUEL-BAY", null, LATE);
        recorded.after(Duration.ofHours(2));

        assertThat(recorded.messages)
                .anyMatch(
                        m ->
                                m.stream() == ReadingStream.REFUEL
                                        && "T01".equals(m.body().get("truckId")));
    }

    @Test
    void aLoadedTruckDumpsAtTheAssignedDump() {
        RecordedPit recorded = new RecordedPit(Conditions.NONE, false).after(Duration.ofMinutes(1));
        accepted(recorded, Task.OFFLOAD, "STOCK", null, LATE);
        recorded.after(Duration.ofHours(3));

        assertThat(recorded.messages)
                .filteredOn(m -> m.machineId().equals("T01"))
                .filteredOn(m -> "Dumping".equals(m.body().get("state")))
                .first()
                .satisfies(m -> assertThat(m.body()).containsEntry("locationId", "STOCK"));
    }

    /** Assigns T01 until its operator accepts; some assignments are refused at random. */
    private static void accepted(
            RecordedPit recorded, Task task, String place, String unit, Instant validUntil) {
        for (int attempt = 0; attempt < 20; attempt++) {
            if (give(recorded, task + "-" + attempt, task, place, unit, validUntil) == null) {
                return;
            }
        }
        throw new AssertionError("never accepted: " + lastReply(recorded));
    }

    private static String give(
            RecordedPit recorded,
            String id,
            Task task,
            String place,
            String unit,
            Instant validUntil) {
        recorded.pit.obey(TestMine.assignment(id, "T01", task, place, unit, validUntil));
        assertThat(lastReply(recorded)).containsEntry("assignmentId", id);
        return (String) lastReply(recorded).get("detail");
    }

    private static Map<String, Object> lastReply(RecordedPit recorded) {
        return recorded.messages.stream()
                .filter(m -> m.stream() == ReadingStream.REPLY)
                .reduce((a, b) -> b)
                .orElseThrow()
                .body();
    }

    private static List<Object> loadsOf(RecordedPit recorded, String truckId) {
        return recorded.messages.stream()
                .filter(m -> m.machineId().equals(truckId))
                .filter(m -> "Loading".equals(m.body().get("state")))
                .map(m -> m.body().get("counterpartId"))
                .toList();
    }
}
