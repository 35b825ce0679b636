package io.fueloptimine.jobs.backtest.mine;

import io.fueloptimine.jobs.backtest.fit.RecordsFit;
import io.fueloptimine.jobs.backtest.fit.UnitStops;
import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.simulator.behaviour.ActivityModel;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.models.mine.site.LoadingUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Activities with the recorded durations. The stop of a truck's k-th cycle lasts as long as in the
 * truck's k-th recorded cycle of the shift; later cycles have none. Thread-safe.
 */
public final class ShiftActivities implements ActivityModel {

    private final ShiftMine mine;
    private final RecordsFit fit;
    private final Map<String, String> recordedUnit = new HashMap<>();
    private final SortedMap<String, List<RecordedCycle>> cycles;

    public ShiftActivities(ShiftMine mine) {
        this.mine = mine;
        fit = mine.fit();
        cycles = mine.shift().byTruck();
        cycles.forEach(
                (truckId, list) -> {
                    for (int i = 0; i < list.size(); i++) {
                        recordedUnit.put(
                                mine.hauls().get(truckId).get(i).unitId(), list.get(i).unitId());
                    }
                });
    }

    @Override
    public double spotS(String unitId, SeededRandom random) {
        return fit.spotting().draw(recordedUnit.get(unitId), random);
    }

    @Override
    public double loadingS(LoadingUnit unit, double meanS, SeededRandom random) {
        return fit.loading().draw(recordedUnit.get(unit.id()), random);
    }

    @Override
    public double faceHoldS(String unitId, SeededRandom random) {
        return fit.faceHold().draw(recordedUnit.get(unitId), random);
    }

    @Override
    public long heldUntilMs(String placeId, long nowMs) {
        for (UnitStops.Stop stop : mine.stops().getOrDefault(placeId, List.of())) {
            if (stop.from().toEpochMilli() <= nowMs && nowMs < stop.until().toEpochMilli()) {
                return stop.until().toEpochMilli();
            }
        }
        return nowMs;
    }

    @Override
    public double dumpHoldS(String dumpId, SeededRandom random) {
        return fit.dumpHold().draw(mine.dumpOf().get(dumpId), random);
    }

    @Override
    public double dumpingS(String dumpId, SeededRandom random) {
        return fit.dumping().draw(mine.dumpOf().get(dumpId), random);
    }

    @Override
    public double delayS(String truckId, long cycle, SeededRandom random) {
        List<RecordedCycle> recorded = cycles.get(truckId);
        return cycle < recorded.size() ? recorded.get((int) cycle).stopS() : 0;
    }

    @Override
    public boolean ownStops() {
        return false;
    }

    @Override
    public OptionalLong firstTripMs(String truckId) {
        return OptionalLong.of(
                ShiftMine.simulated(mine.shift(), cycles.get(truckId).get(0).assignedAt())
                        .toEpochMilli());
    }

    @Override
    public Optional<String> firstPlace(String truckId) {
        return Optional.of(mine.firstPlaces().get(truckId));
    }

    @Override
    public OptionalDouble firstTankShare(String truckId) {
        return OptionalDouble.of(0.96);
    }

    @Override
    public double plannedShifts() {
        return 1;
    }
}
