package io.fueloptimine.jobs.simulator;

import io.fueloptimine.models.mine.site.AuxMachine;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.List;

/** A site with one shovel, two trucks, one dump, one grader and one fuel bay. */
public final class SmallMine {

    public static final MineSite SITE =
            new MineSite(
                    "small",
                    DigPlan.of(),
                    List.of(
                            new Location("F1", LocationKind.FACE, 0, 0, 3_900),
                            new Location("D1", LocationKind.DUMP, 2_000, 0, 4_000),
                            new Location("P1", LocationKind.PARKING, 1_000, 200, 3_950),
                            new Location("B1", LocationKind.FUEL_BAY, 1_000, 100, 3_950),
                            new Location("J1", LocationKind.JUNCTION, 1_000, 0, 3_950)),
                    List.of(
                            new RoadSegment("R1", "F1", "J1", 1_000, 50, 2.2),
                            new RoadSegment("R2", "J1", "D1", 1_000, 50, 2.2),
                            new RoadSegment("R3", "J1", "B1", 100, 30, 2.2),
                            new RoadSegment("R4", "J1", "P1", 200, 30, 2.2)),
                    List.of(new TruckClass("930E", 290, 210, 2_014, 4_200, 40)),
                    List.of(
                            new Truck("T1", "930E", "S1", "D1"),
                            new Truck("T2", "930E", "S1", "D1")),
                    List.of(
                            new LoadingUnit(
                                    "S1",
                                    LoadingUnitKind.CABLE_SHOVEL,
                                    "F1",
                                    Material.WASTE,
                                    130,
                                    5_000)),
                    List.of(new DumpPoint("D1", Material.WASTE, 0, 10_000, 2)),
                    List.of(new AuxMachine("G1", "GRADER-24M", 45, "J1")));

    private SmallMine() {}
}
