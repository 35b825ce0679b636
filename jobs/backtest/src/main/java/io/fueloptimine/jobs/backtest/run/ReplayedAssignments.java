package io.fueloptimine.jobs.backtest.run;

import io.fueloptimine.jobs.backtest.mine.ShiftMine;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.policy.DispatchPolicy;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.Material;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The recorded assignments: each truck's next load comes from the loading unit and goes to the dump
 * of its next recorded load. Where the tonnes of that face and dump are met, the truck goes on to
 * its next recorded load that is open. After them it repeats its last one, or takes over an open
 * load of another truck. Not thread-safe.
 */
public final class ReplayedAssignments implements DispatchPolicy {

    private static final Duration VALID = Duration.ofHours(24);

    private final String site;
    private final Map<String, List<ShiftMine.Haul>> hauls;
    private final List<ShiftMine.Haul> all;
    private final OpenWork work;
    private final Map<String, Integer> next = new HashMap<>();
    private final Map<String, ShiftMine.Haul> current = new HashMap<>();

    /**
     * @param work the faces and dumps whose tonnes are not yet met
     */
    public ReplayedAssignments(ShiftMine mine, OpenWork work) {
        site = mine.site().site();
        hauls = mine.hauls();
        all = hauls.values().stream().flatMap(List::stream).distinct().toList();
        this.work = work;
    }

    @Override
    public List<DispatchAssignment> accept(Reading reading) {
        StateChange change = reading.state();
        if (reading.kind() != EquipmentKind.HAULTRUCK || change == null) {
            return List.of();
        }
        String truckId = reading.machineId();
        return switch (change.state()) {
            case DUMPING -> List.of(load(truckId, reading.time()));
            case LOADING -> List.of(dump(truckId, reading.time()));
            case DRIVING ->
                    change.previousState() == ProductionState.PARKED
                                    && change.assignmentId() == null
                            ? List.of(load(truckId, reading.time()))
                            : List.of();
            default -> List.of();
        };
    }

    @Override
    public void accept(PlanTrigger trigger) {
        // The recorded assignments are what they are.
    }

    private DispatchAssignment load(String truckId, Instant at) {
        ShiftMine.Haul haul = nextOpen(truckId);
        current.put(truckId, haul);
        return assignment(truckId, Task.LOAD, haul.faceId(), haul.unitId(), at);
    }

    private ShiftMine.Haul nextOpen(String truckId) {
        List<ShiftMine.Haul> own = hauls.get(truckId);
        int index = next.getOrDefault(truckId, 0);
        while (index < own.size() && !open(own.get(index))) {
            index++;
        }
        next.put(truckId, index + 1);
        if (index < own.size()) {
            return own.get(index);
        }
        ShiftMine.Haul last = own.get(own.size() - 1);
        return open(last) ? last : all.stream().filter(this::open).findFirst().orElse(last);
    }

    private boolean open(ShiftMine.Haul haul) {
        return work.open(haul.faceId()) && work.open(haul.dumpPlaceId(), Material.WASTE);
    }

    private DispatchAssignment dump(String truckId, Instant at) {
        ShiftMine.Haul haul = current.get(truckId);
        String dumpPlaceId = haul.dumpPlaceId();
        if (!work.open(dumpPlaceId, Material.WASTE)) {
            dumpPlaceId =
                    all.stream()
                            .filter(other -> other.faceId().equals(haul.faceId()))
                            .map(ShiftMine.Haul::dumpPlaceId)
                            .filter(place -> work.open(place, Material.WASTE))
                            .findFirst()
                            .orElse(dumpPlaceId);
        }
        return assignment(truckId, Task.OFFLOAD, dumpPlaceId, null, at);
    }

    private DispatchAssignment assignment(
            String truckId, Task task, String placeId, String unitId, Instant at) {
        return new DispatchAssignment(
                DispatchAssignment.idOf(site, truckId, task, at, 1),
                null,
                site,
                truckId,
                task,
                placeId,
                unitId,
                List.of(),
                ReasonCode.PLAN,
                0,
                at,
                at.plus(VALID));
    }
}
