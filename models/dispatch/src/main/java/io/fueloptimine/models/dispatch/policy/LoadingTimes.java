package io.fueloptimine.models.dispatch.policy;

import io.fueloptimine.models.dispatch.fleet.LoadingTimeMean;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.HashMap;
import java.util.Map;

/**
 * Measured loading times by loading unit and truck class. Until enough loads are measured, the
 * {@link HaulModel} gives them. Not thread-safe.
 */
final class LoadingTimes {

    private final MineSite mine;
    private final HaulModel model;
    private final Map<Key, LoadingTimeMean> means = new HashMap<>();
    private final Map<String, Key> current = new HashMap<>();

    private record Key(String unitId, String className) {}

    LoadingTimes(MineSite mine, HaulModel model) {
        this.mine = mine;
        this.model = model;
    }

    /** Takes note of a change of state of a loading unit. */
    void accept(Reading reading) {
        if (reading.kind() != EquipmentKind.SHOVEL || reading.state() == null) {
            return;
        }
        Key ended = current.remove(reading.machineId());
        boolean loading = reading.state().state() == ProductionState.LOADING;
        if (ended != null) {
            means.put(ended, means.get(ended).ended(reading.time()));
        }
        if (loading && reading.state().counterpartId() != null) {
            mine.truck(reading.state().counterpartId())
                    .map(Truck::className)
                    .ifPresent(className -> start(reading, className));
        }
    }

    private void start(Reading reading, String className) {
        Key key = new Key(reading.machineId(), className);
        LoadingTimeMean mean = means.getOrDefault(key, LoadingTimeMean.none());
        means.put(key, mean.started(reading.time()));
        current.put(reading.machineId(), key);
    }

    /** The expected loading time, s. */
    double loadingS(LoadingUnit unit, TruckClass truckClass) {
        LoadingTimeMean mean = means.get(new Key(unit.id(), truckClass.name()));
        return mean != null && mean.hasEnoughLoads()
                ? mean.meanS()
                : model.loadingS(unit, truckClass);
    }
}
