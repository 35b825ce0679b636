package io.fueloptimine.jobs.compare.lever;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.models.dispatch.payload.PayloadCoach;
import io.fueloptimine.models.dispatch.payload.UnitLoad;
import io.fueloptimine.models.mine.advice.PayloadAdvice;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Loading units with loads below the nominal payload ({@link PayloadCoach}) fill such loads up by a
 * stated share of what is missing. Not thread-safe.
 */
public final class PayloadLever implements ActiveLever {

    /** Share of the missing payload that operators add when they are told; chosen. */
    static final double OBEDIENCE = 0.5;

    private static final int EVERY_S = 3_600;

    private final MineSite mine;
    private final Map<String, String> loadedBy = new HashMap<>();
    private final List<UnitLoad> loads = new ArrayList<>();
    private final Set<String> coached = new HashSet<>();

    public PayloadLever(MineSite mine) {
        this.mine = mine;
    }

    @Override
    public double payloadT(String unitId, double givenT, double nominalT) {
        return coached.contains(unitId) && givenT < nominalT
                ? givenT + OBEDIENCE * (nominalT - givenT)
                : givenT;
    }

    @Override
    public void accept(Reading reading) {
        StateChange change = reading.state();
        if (reading.kind() != EquipmentKind.HAULTRUCK || change == null) {
            return;
        }
        if (change.state() == ProductionState.LOADING) {
            loadedBy.put(reading.machineId(), change.counterpartId());
        } else if (change.state() == ProductionState.HAULING && change.payloadT() != null) {
            String unitId = loadedBy.remove(reading.machineId());
            if (unitId != null) {
                loads.add(load(reading, unitId));
            }
        }
    }

    private UnitLoad load(Reading reading, String unitId) {
        TruckClass truckClass =
                mine.truckClass(mine.truck(reading.machineId()).orElseThrow().className());
        return new UnitLoad(
                unitId,
                "",
                reading.time(),
                reading.state().payloadT(),
                truckClass.payloadT(),
                truckClass.emptyMassT(),
                Double.NaN);
    }

    @Override
    public void act(Instant now, Pit pit) {
        if (now.getEpochSecond() % EVERY_S == 0) {
            coached.addAll(
                    PayloadCoach.ofShift(mine.site(), now, loads).stream()
                            .filter(PayloadAdvice::hasLightLoads)
                            .map(PayloadAdvice::unitId)
                            .collect(Collectors.toSet()));
        }
    }
}
