package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.truck.HaulTruck;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The shipped mine for tests. */
final class TestMine {

    static final Instant START = PitSettings.DEFAULT_START;

    private TestMine() {}

    static MineSite andes() {
        return MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    }

    /** The shipped mine without targets for faces and dumps, whose trucks never run out of work. */
    static MineSite andesWithoutTargets() {
        MineSite site = andes();
        return site.withDigPlan(DigPlan.of());
    }

    /** A running mine with all messages that it produced. */
    static final class RecordedPit {
        final List<MachineMessage> messages = new ArrayList<>();
        final Pit pit;

        RecordedPit(Conditions conditions, boolean telemetry) {
            pit =
                    new Pit(
                            andes(),
                            new PitSettings(11, START, telemetry),
                            conditions,
                            messages::add);
        }

        RecordedPit after(Duration duration) {
            pit.advanceTo(START.plus(duration));
            return this;
        }

        HaulTruck truck(String id) {
            return pit.trucks().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
        }
    }

    static AssignmentMessage assignment(
            String id, String truckId, Task task, String place, String unit, Instant validUntil) {
        return AssignmentMessage.of(
                new DispatchAssignment(
                        id,
                        null,
                        "andes",
                        truckId,
                        task,
                        place,
                        unit,
                        List.of(),
                        ReasonCode.PLAN,
                        0,
                        START,
                        validUntil));
    }
}
