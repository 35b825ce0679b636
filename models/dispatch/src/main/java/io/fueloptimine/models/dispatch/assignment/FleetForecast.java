package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.UnitState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts what the trucks of a fleet will do, from their last reported states and their tasks.
 * Used for a single decision.
 */
final class FleetForecast {

    private static final double MILLIS_PER_SECOND = 1_000;

    /** The least time that is expected for what is overdue, s. */
    private static final double OVERDUE_S = 15;

    private final MineSite mine;
    private final FleetState fleet;
    private final HaulModel model;
    private final HaulCosts hauls;
    private final AssignerSettings settings;
    private final Instant at;
    private final Map<String, List<Double>> arrivalsS = new HashMap<>();
    private final Map<String, Double> busyS = new HashMap<>();
    private final Map<String, Double> sinceLoadS = new HashMap<>();
    private final List<FreeTruck> soonFree = new ArrayList<>();

    private FleetForecast(
            MineSite mine,
            FleetState fleet,
            HaulModel model,
            HaulCosts hauls,
            AssignerSettings settings,
            Instant at) {
        this.mine = mine;
        this.fleet = fleet;
        this.model = model;
        this.hauls = hauls;
        this.settings = settings;
        this.at = at;
    }

    /**
     * The outlook at a time.
     *
     * @param selfId the truck that is to be assigned
     */
    static FleetOutlook of(
            MineSite mine,
            FleetState fleet,
            HaulModel model,
            HaulCosts hauls,
            AssignerSettings settings,
            String selfId,
            Instant at) {
        FleetForecast forecast = new FleetForecast(mine, fleet, model, hauls, settings, at);
        for (Truck truck : mine.trucks()) {
            TruckState state = fleet.trucks().get(truck.id());
            if (state != null && state.state() != null && !truck.id().equals(selfId)) {
                forecast.add(truck, state);
            }
        }
        return new FleetOutlook(forecast.units(), forecast.soonFree);
    }

    private List<UnitOutlook> units() {
        List<UnitOutlook> units = new ArrayList<>();
        for (LoadingUnit unit : mine.loadingUnits()) {
            if (fleet.isUp(unit.id())) {
                List<Double> arriving = arrivalsS.getOrDefault(unit.id(), new ArrayList<>());
                arriving.sort(Comparator.naturalOrder());
                units.add(
                        new UnitOutlook(
                                unit,
                                busyS.getOrDefault(unit.id(), 0.0),
                                sinceLoadS.getOrDefault(unit.id(), Double.POSITIVE_INFINITY),
                                arriving,
                                meanLoadingS(unit) + settings.spotS()));
            }
        }
        return units;
    }

    private double meanLoadingS(LoadingUnit unit) {
        return mine.truckClasses().stream()
                .mapToDouble(each -> loadingS(unit, each))
                .average()
                .orElse(unit.meanLoadingS());
    }

    private double loadingS(LoadingUnit unit, TruckClass truckClass) {
        UnitState measured = fleet.units().get(unit.id());
        return measured != null && measured.loadingTime().hasEnoughLoads()
                ? measured.loadingTime().meanS()
                : model.loadingS(unit, truckClass);
    }

    private void add(Truck truck, TruckState state) {
        TruckClass truckClass = mine.truckClass(truck.className());
        double elapsedS = secondsSince(state.stateAt());
        LoadingUnit unit =
                state.unitId() == null ? null : mine.loadingUnit(state.unitId()).orElse(null);
        double loadS = unit == null ? 0 : loadingS(unit, truckClass);
        if (unit != null) {
            occupy(unit, state.state(), elapsedS, loadS);
        }
        if (state.task() == Task.OFFLOAD && state.destinationId() != null) {
            double travelS =
                    unit == null
                            ? 0
                            : travelS(truckClass, true, unit.faceId(), state.destinationId());
            double freeInS = freeInS(state, elapsedS, loadS, travelS);
            if (freeInS >= 0) {
                soonFree.add(new FreeTruck(truck, truckClass, state.destinationId(), freeInS));
            }
        } else if (unit != null
                && state.isBoundForUnit(unit.id())
                && state.state() != ProductionState.SPOTTING) {
            arrivalsS
                    .computeIfAbsent(unit.id(), unused -> new ArrayList<>())
                    .add(arrivesInS(truckClass, state, unit, elapsedS));
        }
    }

    private void occupy(LoadingUnit unit, ProductionState state, double elapsedS, double loadS) {
        switch (state) {
            case SPOTTING -> {
                double leftS = loadS + left(settings.spotS(), elapsedS);
                busyS.merge(unit.id(), leftS, Math::max);
                sinceLoadS.merge(unit.id(), elapsedS, Math::min);
            }
            case LOADING -> {
                busyS.merge(unit.id(), left(loadS, elapsedS), Math::max);
                sinceLoadS.merge(unit.id(), elapsedS + settings.spotS(), Math::min);
            }
            case HAULING ->
                    sinceLoadS.merge(unit.id(), elapsedS + loadS + settings.spotS(), Math::min);
            default -> {
                // Other trucks do not occupy a loading unit.
            }
        }
    }

    /** Time until a truck with a load is empty, s; negative when the truck is not working. */
    private double freeInS(TruckState state, double elapsedS, double loadS, double travelS) {
        if (state.status() != WorkStatus.WORKING) {
            return -1;
        }
        double atDumpS = settings.dumpQueueS() + settings.dumpS();
        return switch (state.state()) {
            case SPOTTING, LOADING -> left(loadS, elapsedS) + travelS + atDumpS;
            case HAULING -> left(travelS, elapsedS) + atDumpS;
            case QUEUED -> left(settings.dumpQueueS(), elapsedS) + atDumpS;
            case DUMPING -> left(settings.dumpS(), elapsedS);
            case STOPPED -> settings.restS() + travelS / 2 + atDumpS;
            default -> -1;
        };
    }

    private double arrivesInS(
            TruckClass truckClass, TruckState state, LoadingUnit unit, double elapsedS) {
        if (unit.faceId().equals(state.locationId())) {
            return 0;
        }
        double travelS = travelS(truckClass, false, state.locationId(), unit.faceId());
        return switch (state.state()) {
            case DRIVING -> left(travelS, elapsedS);
            case DUMPING -> left(settings.dumpS(), elapsedS) + travelS;
            case STOPPED, PARKED, OFF -> settings.restS() + travelS;
            default -> travelS;
        };
    }

    private double travelS(TruckClass truckClass, boolean loaded, String from, String to) {
        return from == null
                ? 0
                : hauls.trip(truckClass, loaded, from, to).map(TripCost::seconds).orElse(0.0);
    }

    private static double left(double expectedS, double elapsedS) {
        return Math.max(OVERDUE_S, expectedS - elapsedS);
    }

    private double secondsSince(Instant then) {
        return Math.max(0, (at.toEpochMilli() - then.toEpochMilli()) / MILLIS_PER_SECOND);
    }
}
