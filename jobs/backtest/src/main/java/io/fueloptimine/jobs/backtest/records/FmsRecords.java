package io.fueloptimine.jobs.backtest.records;

import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.fleet.Elevations;
import io.fueloptimine.jobs.training.fleet.FleetHistory;
import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the haul cycles in the files of a fleet management system. */
public final class FmsRecords {

    private FmsRecords() {}

    /**
     * Reads the records in a folder.
     *
     * @throws InvalidInputException when a file or a mapped column is missing, no cycle is
     *     complete, or the mapping names no class of the trucks
     */
    public static MineRecords read(Path folder, FleetMapping mapping) {
        FleetHistory history = FleetHistory.readCycles(folder, mapping);
        InputReport report = new InputReport();
        Elevations elevations = Elevations.read(folder, mapping.locations(), report);
        Map<String, Double> metres = new HashMap<>();
        for (HaulCycle cycle : history.cycles()) {
            for (String place : new String[] {cycle.loadLocationId(), cycle.dumpLocationId()}) {
                elevations.metres(place).ifPresent(m -> metres.put(place, m));
            }
        }
        List<String> lines = new ArrayList<>(history.report().lines());
        return MineRecords.of(
                "fleet records " + folder,
                mapping.site(),
                mapping.zone(),
                history.cycles(),
                cycle -> classOf(cycle, mapping),
                metres,
                lines);
    }

    private static String classOf(HaulCycle cycle, FleetMapping mapping) {
        String name =
                cycle.equipmentClass() == null ? mapping.equipmentClass() : cycle.equipmentClass();
        if (name == null) {
            throw new InvalidInputException(
                    "the fleet mapping names no equipmentClass, expected the class of the trucks");
        }
        return name;
    }
}
