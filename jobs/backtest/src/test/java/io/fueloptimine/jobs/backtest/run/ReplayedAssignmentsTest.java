package io.fueloptimine.jobs.backtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.backtest.SimulatedExport;
import io.fueloptimine.jobs.backtest.TestCycle;
import io.fueloptimine.jobs.backtest.fit.RecordsFit;
import io.fueloptimine.jobs.backtest.mine.ShiftMine;
import io.fueloptimine.jobs.backtest.mine.ShiftMineBuilder;
import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.jobs.compare.run.DispatchedReadings;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.Material;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayedAssignmentsTest {

    private static final Instant AT = Instant.parse("2026-05-04T09:00:00Z");

    private final Set<String> met = new HashSet<>();

    private final OpenWork work =
            new OpenWork() {
                @Override
                public boolean open(String faceId) {
                    return !met.contains(faceId);
                }

                @Override
                public boolean open(String dumpId, Material material) {
                    return !met.contains(dumpId);
                }
            };

    private final ShiftMine mine = mine();
    private final List<ShiftMine.Haul> first = mine.hauls().get("T1");
    private final ReplayedAssignments replay = new ReplayedAssignments(mine, work);

    @Test
    void givesEachTruckItsRecordedLoadsInOrder() {
        assertThat(sent("Driving", "Parked").destinationId()).isEqualTo(first.get(0).faceId());
        DispatchAssignment dump = sent("Loading", "Spotting");
        assertThat(dump.task()).isEqualTo(Task.OFFLOAD);
        assertThat(dump.destinationId()).isEqualTo(first.get(0).dumpPlaceId());

        DispatchAssignment next = sent("Dumping", "Hauling");
        assertThat(next.task()).isEqualTo(Task.LOAD);
        assertThat(next.destinationId()).isEqualTo(first.get(1).faceId());
        assertThat(next.destinationEquipmentId()).isEqualTo(first.get(1).unitId());
    }

    @Test
    void skipsLoadsWhoseTonnesAreMet() {
        met.add(first.get(0).dumpPlaceId());

        assertThat(sent("Driving", "Parked").destinationId()).isEqualTo(first.get(1).faceId());
    }

    @Test
    void takesOverAnOpenLoadOfAnotherTruckAfterItsOwn() {
        sent("Driving", "Parked");
        sent("Dumping", "Hauling");

        met.add(first.get(0).faceId());
        met.add(first.get(1).faceId());
        assertThat(sent("Dumping", "Hauling").destinationId())
                .isEqualTo(mine.hauls().get("T2").get(0).faceId());
    }

    private DispatchAssignment sent(String state, String before) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", state);
        body.put("previousState", before);
        body.put("locationId", "X");
        Reading reading =
                new DispatchedReadings("backtest")
                        .of(
                                new MachineMessage(
                                        EquipmentKind.HAULTRUCK,
                                        "T1",
                                        ReadingStream.STATE,
                                        1,
                                        AT,
                                        body))
                        .orElseThrow();
        List<DispatchAssignment> sent = replay.accept(reading);
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }

    private static ShiftMine mine() {
        RecordedShift shift =
                new RecordedShift(
                        "day",
                        1,
                        TestCycle.START,
                        List.of(
                                TestCycle.of("T1", "F1", "D", 0),
                                TestCycle.of("T2", "F3", "D", 5),
                                TestCycle.of("T1", "F2", "E", 40)));
        MineRecords records = new MineRecords("hill", List.of(shift), Map.of(), List.of());
        RecordsFit fit = RecordsFit.of(records, SimulatedExport.classes(), all -> true);
        return new ShiftMineBuilder(fit, shift).build();
    }
}
