package io.fueloptimine.jobs.simulator.station;

import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The places where trucks are served.
 *
 * @param loadingStations the loading units by loading unit id, in the order of the mine file
 * @param dumpStations the dumps by location id, in the order of the mine file
 * @param fuelBays the fuel bays by location id, in the order of the mine file
 */
public record Stations(
        Map<String, LoadingStation> loadingStations,
        Map<String, DumpStation> dumpStations,
        Map<String, FuelBay> fuelBays) {

    /** Creates the stations of the site in the context. */
    public static Stations of(PitContext context) {
        MineSite site = context.site();
        Map<String, LoadingStation> loadingStations = new LinkedHashMap<>();
        Map<String, DumpStation> dumpStations = new LinkedHashMap<>();
        Map<String, FuelBay> fuelBays = new LinkedHashMap<>();
        site.loadingUnits()
                .forEach(unit -> loadingStations.put(unit.id(), new LoadingStation(context, unit)));
        site.dumps()
                .forEach(
                        dump ->
                                dumpStations.put(
                                        dump.locationId(), new DumpStation(context, dump)));
        site.locationsOf(LocationKind.FUEL_BAY)
                .forEach(bay -> fuelBays.put(bay.id(), new FuelBay(context, bay.id())));
        return new Stations(loadingStations, dumpStations, fuelBays);
    }

    /** The fuel bay whose fuel lorry refuels machines in the field. */
    public FuelBay fieldFuelBay() {
        return fuelBays.values().iterator().next();
    }
}
