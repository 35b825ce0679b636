package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The trucks and loading units that the mine file names. Dispatch keeps state only for these
 * machines, because a sender can use any number of invented names. Immutable.
 */
public final class FleetMachines {

    private final Set<String> truckIds;
    private final Set<String> loadingUnitIds;

    public FleetMachines(MineSite mine) {
        truckIds = mine.trucks().stream().map(Truck::id).collect(Collectors.toSet());
        loadingUnitIds =
                mine.loadingUnits().stream().map(LoadingUnit::id).collect(Collectors.toSet());
    }

    /** Whether a truck or loading unit of the mine sent a reading. */
    public boolean sent(Reading reading) {
        return switch (reading.kind()) {
            case HAULTRUCK -> hasTruck(reading.machineId());
            case SHOVEL -> hasLoadingUnit(reading.machineId());
            case AUX, FUELBAY -> false;
        };
    }

    public boolean hasTruck(String id) {
        return truckIds.contains(id);
    }

    boolean hasLoadingUnit(String id) {
        return loadingUnitIds.contains(id);
    }
}
