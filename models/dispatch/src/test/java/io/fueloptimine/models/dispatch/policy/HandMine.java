package io.fueloptimine.models.dispatch.policy;

import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.List;

/**
 * A flat mine whose travel times follow by hand: 20 km/h loaded and 19 km/h empty. All roads meet
 * at H. An empty truck needs 720 s from C to F1, 1,080 s to F2 and 720 s to F3; a loaded one 684 s
 * from F1 to C, 1,026 s from F2 to C, 684 s from F3 to D and 1,026 s from F3 to E.
 */
public final class HandMine {

    public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    public static final MineSite SITE = site(300, 300);

    private HandMine() {}

    /**
     * The mine with other loading times.
     *
     * @param s1 mean loading time of S1, s
     * @param s2 mean loading time of S2, s
     */
    public static MineSite site(double s1, double s2) {
        return new MineSite(
                "hand",
                DigPlan.of(
                        new FaceTarget("F1", Material.ORE, 6_000),
                        new FaceTarget("F2", Material.ORE, 6_000),
                        new FaceTarget("F3", Material.WASTE, 6_000)),
                List.of(
                        place("H", LocationKind.JUNCTION),
                        place("F1", LocationKind.FACE),
                        place("F2", LocationKind.FACE),
                        place("F3", LocationKind.FACE),
                        place("C", LocationKind.CRUSHER),
                        place("D", LocationKind.DUMP),
                        place("E", LocationKind.DUMP),
                        place("PARK", LocationKind.PARKING),
                        place("BAY", LocationKind.FUEL_BAY)),
                List.of(
                        road("F1", 1_900),
                        road("F2", 3_800),
                        road("F3", 1_900),
                        road("C", 1_900),
                        road("D", 1_900),
                        road("E", 3_800),
                        road("PARK", 100),
                        road("BAY", 200)),
                List.of(new TruckClass("930E", 290, 210, 2_014, 4_200, 50)),
                List.of(
                        new Truck("T1", "930E", "S1", "C"),
                        new Truck("T2", "930E", "S1", "C"),
                        new Truck("T3", "930E", "S2", "C"),
                        new Truck("T4", "930E", "S3", "E")),
                List.of(
                        unit("S1", "F1", Material.ORE, s1),
                        unit("S2", "F2", Material.ORE, s2),
                        unit("S3", "F3", Material.WASTE, 300)),
                List.of(
                        new DumpPoint("C", Material.ORE, 0, 5_000, 2),
                        new DumpPoint("D", Material.WASTE, 0, 5_000, 2),
                        new DumpPoint("E", Material.WASTE, 0, 5_000, 2)),
                List.of());
    }

    public static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    public static Reading dumping(String truck, String place, long atS) {
        return truck(truck, ProductionState.DUMPING, place, null, atS);
    }

    public static Reading loading(String truck, String unit, String face, long atS) {
        return truck(truck, ProductionState.LOADING, face, unit, atS);
    }

    public static Reading truck(
            String id, ProductionState state, String place, String counterpart, long atS) {
        return reading(
                EquipmentKind.HAULTRUCK,
                id,
                new StateChange(
                        state, null, place, null, counterpart, null, 80.0, "OP", null, null),
                null,
                atS);
    }

    public static Reading unit(
            String id, ProductionState state, String truck, String reason, long atS) {
        return reading(
                EquipmentKind.SHOVEL,
                id,
                new StateChange(state, null, null, null, truck, null, null, "OP", null, reason),
                null,
                atS);
    }

    public static Reading rejection(DispatchAssignment assignment, long atS) {
        return reading(
                EquipmentKind.HAULTRUCK,
                assignment.truckId(),
                null,
                new AssignmentReply(assignment.assignmentId(), false, "operator's preference"),
                atS);
    }

    public static Reading reading(
            EquipmentKind kind, String id, StateChange state, AssignmentReply reply, long atS) {
        return new Reading(
                "hand",
                kind,
                id,
                state == null ? ReadingStream.REPLY : ReadingStream.STATE,
                atS,
                at(atS),
                at(atS),
                false,
                List.of(),
                null,
                state,
                null,
                null,
                reply,
                null);
    }

    private static Location place(String id, LocationKind kind) {
        return new Location(id, kind, 0, 0, 3_500);
    }

    private static RoadSegment road(String to, double lengthM) {
        return new RoadSegment("R-" + to, "H", to, lengthM, 60, 2);
    }

    private static LoadingUnit unit(String id, String face, Material material, double loadingS) {
        return new LoadingUnit(id, LoadingUnitKind.CABLE_SHOVEL, face, material, loadingS, 10_000);
    }
}
