package io.fueloptimine.jobs.simulator.scenario;

import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.AuxMachine;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Truck;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that a scenario can refer to.
 *
 * @param trucks haul trucks
 * @param shovels shovels and loaders
 * @param machines all machines that publish messages: trucks, loading units, auxiliary machines and
 *     fuel bays
 * @param segments road segments
 * @param fields telemetry fields with numeric values
 */
record MineNames(
        Set<String> trucks,
        Set<String> shovels,
        Set<String> machines,
        Set<String> segments,
        Set<String> fields) {

    static MineNames of(MineSite site) {
        Set<String> trucks = ordered(site.trucks().stream().map(Truck::id));
        Set<String> shovels = ordered(site.loadingUnits().stream().map(LoadingUnit::id));
        Set<String> machines = new LinkedHashSet<>(trucks);
        machines.addAll(shovels);
        site.auxMachines().stream().map(AuxMachine::id).forEach(machines::add);
        site.locationsOf(LocationKind.FUEL_BAY).stream().map(Location::id).forEach(machines::add);
        Set<String> segments = ordered(site.roads().stream().map(RoadSegment::id));
        Set<String> fields =
                ordered(
                        Arrays.stream(Telemetry.class.getRecordComponents())
                                .filter(component -> component.getType() == Double.class)
                                .map(RecordComponent::getName));
        return new MineNames(trucks, shovels, machines, segments, fields);
    }

    private static Set<String> ordered(Stream<String> names) {
        return names.collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
