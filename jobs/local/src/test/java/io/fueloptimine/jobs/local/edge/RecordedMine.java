package io.fueloptimine.jobs.local.edge;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a few machines of a mine say in an hour and a half: the same at every call. */
final class RecordedMine {

    static final Duration LENGTH = Duration.ofMinutes(90);
    static final Instant START = PitSettings.DEFAULT_START;

    private static final int TRUCKS = 3;
    private static final long SEED = 7;
    private static final long EVERY_S = 5;

    private RecordedMine() {}

    /** A mine with few machines. */
    static MineSite small(MineSite mine) {
        return new MineSite(
                mine.site(),
                mine.digPlan(),
                mine.locations(),
                mine.roads(),
                mine.truckClasses(),
                mine.trucks().subList(0, TRUCKS),
                mine.loadingUnits(),
                mine.dumps(),
                mine.auxMachines().subList(0, 1));
    }

    /** In order of time; telemetry of every fifth second, and none of shovels. */
    static List<MachineMessage> messages(MineSite mine) {
        List<MachineMessage> said = new ArrayList<>();
        Pit pit = new Pit(mine, PitSettings.of(SEED), Conditions.NONE, said::add);
        pit.advanceTo(START.plus(LENGTH));
        said.removeIf(RecordedMine::isLeftOut);
        said.add(refuel(mine.trucks().get(0).id()));
        said.sort(Comparator.comparing(MachineMessage::time));
        return said;
    }

    private static boolean isLeftOut(MachineMessage message) {
        boolean telemetry = message.stream() == ReadingStream.TELEMETRY;
        boolean between = message.time().getEpochSecond() % EVERY_S != 0;
        return telemetry && (between || message.kind() == EquipmentKind.SHOVEL);
    }

    private static MachineMessage refuel(String truckId) {
        Instant end = START.plus(Duration.ofMinutes(45));
        return new MachineMessage(
                EquipmentKind.FUELBAY,
                "FB-EDGE",
                ReadingStream.REFUEL,
                0,
                end,
                Map.of(
                        "truckId",
                        truckId,
                        "startedAt",
                        end.minusSeconds(900),
                        "durationS",
                        900.0,
                        "dispensedL",
                        2_500.5,
                        "levelBeforePct",
                        22.0,
                        "levelAfterPct",
                        81.5));
    }
}
