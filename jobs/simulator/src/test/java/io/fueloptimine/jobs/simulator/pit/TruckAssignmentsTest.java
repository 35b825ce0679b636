package io.fueloptimine.jobs.simulator.pit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.pit.TestMine.Heard;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruckAssignmentsTest {

    private static final Instant LATE = TestMine.START.plus(Duration.ofDays(1));

    @Test
    void withoutOrdersTrucksServeTheirPairs() {
        Heard heard = new Heard(Conditions.NONE, false).after(Duration.ofHours(5));

        assertThat(loadsOf(heard, "T01")).isNotEmpty().containsOnly("SH01");
        assertThat(loadsOf(heard, "T26")).isNotEmpty().containsOnly("WL05");
    }

    @Test
    void aTruckLoadsWhereItIsSent() {
        Heard heard = new Heard(Conditions.NONE, false).after(Duration.ofMinutes(1));
        accepted(heard, Task.LOAD, "FACE-4", "HX04", LATE);
        heard.after(Duration.ofHours(3));

        assertThat(loadsOf(heard, "T01").get(0)).isEqualTo("HX04");
        assertThat(loadsOf(heard, "T01")).contains("SH01");
    }

    @Test
    void anExpiredOrderIsRejected() {
        Heard heard = new Heard(Conditions.NONE, false).after(Duration.ofMinutes(1));

        String expired = give(heard, "late", Task.LOAD, "FACE-4", "HX04", TestMine.START);
        assertThat(expired).isEqualTo("expired");
    }

    @Test
    void whatCannotBeIsRejectedWithItsReason() {
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
        Heard heard = new Heard(down, false).after(Duration.ofMinutes(1));

        assertThat(give(heard, "a", Task.LOAD, "FACE-2", "SH02", LATE))
                .isEqualTo("destination down");
        assertThat(give(heard, "b", Task.LOAD, "FACE-5", "WL05", LATE)).isEqualTo("road closed");
        assertThat(give(heard, "c", Task.LOAD, "X", "NO-SUCH", LATE)).startsWith("unknown");
        assertThat(give(heard, "d", Task.PARK, "NOWHERE", null, LATE)).startsWith("unknown");
        heard.pit.obey(TestMine.order("e", "T09", Task.WAIT, null, null, LATE));
        assertThat(lastReply(heard).get("detail")).isEqualTo("truck down");
        assertThat(heard.pit.counts().rejected()).isEqualTo(5);
    }

    @Test
    void aParkedTruckStandsWithItsEngineOffUntilTheNextOrder() {
        Heard heard = new Heard(Conditions.NONE, false).after(Duration.ofMinutes(1));
        accepted(heard, Task.PARK, "PARKING", null, LATE);
        heard.after(Duration.ofMinutes(60));
        assertThat(heard.truck("T01").phase()).isEqualTo(TruckPhase.PARKED);
        assertThat(heard.truck("T01").engine().on()).isFalse();

        accepted(heard, Task.LOAD, "FACE-1", "SH01", LATE);
        assertThat(heard.truck("T01").phase()).isEqualTo(TruckPhase.TO_LOAD);
        assertThat(heard.truck("T01").engine().on()).isTrue();
    }

    @Test
    void aRepeatedOrderIsAnsweredOnce() {
        Heard heard = new Heard(Conditions.NONE, false).after(Duration.ofMinutes(1));
        heard.pit.obey(TestMine.order("x", "T01", Task.WAIT, null, null, LATE));
        heard.pit.obey(TestMine.order("x", "T01", Task.WAIT, null, null, LATE));

        PitCounts counts = heard.pit.counts();
        assertThat(counts.accepted() + counts.rejected()).isEqualTo(1);
    }

    @Test
    void aTruckFuelsWhenItIsToldTo() {
        Heard heard = new Heard(Conditions.NONE, false).after(Duration.ofMinutes(1));
        accepted(heard, Task.FUEL, "FUEL-BAY", null, LATE);
        heard.after(Duration.ofHours(2));

        assertThat(heard.messages)
                .anyMatch(
                        m ->
                                m.stream() == ReadingStream.REFUEL
                                        && "T01".equals(m.body().get("truckId")));
    }

    @Test
    void aFullTruckDumpsWhereItIsSent() {
        Heard heard = new Heard(Conditions.NONE, false).after(Duration.ofMinutes(1));
        accepted(heard, Task.OFFLOAD, "STOCK", null, LATE);
        heard.after(Duration.ofHours(3));

        assertThat(heard.messages)
                .filteredOn(m -> m.machineId().equals("T01"))
                .filteredOn(m -> "Dumping".equals(m.body().get("state")))
                .first()
                .satisfies(m -> assertThat(m.body()).containsEntry("locationId", "STOCK"));
    }

    /** Gives T01 an order until its operator likes it. */
    private static void accepted(
            Heard heard, Task task, String place, String unit, Instant validUntil) {
        for (int attempt = 0; attempt < 20; attempt++) {
            if (give(heard, task + "-" + attempt, task, place, unit, validUntil) == null) {
                return;
            }
        }
        throw new AssertionError("never accepted: " + lastReply(heard));
    }

    private static String give(
            Heard heard, String id, Task task, String place, String unit, Instant validUntil) {
        heard.pit.obey(TestMine.order(id, "T01", task, place, unit, validUntil));
        assertThat(lastReply(heard)).containsEntry("assignmentId", id);
        return (String) lastReply(heard).get("detail");
    }

    private static Map<String, Object> lastReply(Heard heard) {
        return heard.messages.stream()
                .filter(m -> m.stream() == ReadingStream.REPLY)
                .reduce((a, b) -> b)
                .orElseThrow()
                .body();
    }

    private static List<Object> loadsOf(Heard heard, String truckId) {
        return heard.messages.stream()
                .filter(m -> m.machineId().equals(truckId))
                .filter(m -> "Loading".equals(m.body().get("state")))
                .map(m -> m.body().get("counterpartId"))
                .toList();
    }
}
