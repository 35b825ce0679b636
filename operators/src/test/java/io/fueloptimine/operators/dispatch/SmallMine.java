package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.SegmentSpeed;
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
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.List;

/** A pit with two faces, a crusher, a dump and four trucks, and what its machines say. */
final class SmallMine {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    static final MineSite SITE =
            new MineSite(
                    "small",
                    DigPlan.of(
                            new FaceTarget("F1", Material.ORE, 10_800),
                            new FaceTarget("F2", Material.WASTE, 6_000)),
                    List.of(
                            new Location("PIT", LocationKind.JUNCTION, 0, 0, 3_500),
                            new Location("RIM", LocationKind.JUNCTION, 0, 2_000, 3_600),
                            new Location("F1", LocationKind.FACE, 300, -300, 3_480),
                            new Location("F2", LocationKind.FACE, -300, -300, 3_470),
                            new Location("CRUSHER", LocationKind.CRUSHER, 0, 2_500, 3_610),
                            new Location("DUMP", LocationKind.DUMP, 500, 2_500, 3_620),
                            new Location("BAY", LocationKind.FUEL_BAY, 100, 2_100, 3_600),
                            new Location("PARK", LocationKind.PARKING, 200, 2_100, 3_600)),
                    List.of(
                            new RoadSegment("RAMP", "PIT", "RIM", 1_300, 45, 2.2),
                            new RoadSegment("RAMP-2", "PIT", "RIM", 1_900, 45, 2.2),
                            new RoadSegment("R-F1", "PIT", "F1", 500, 40, 2.5),
                            new RoadSegment("R-F2", "PIT", "F2", 600, 40, 2.5),
                            new RoadSegment("R-CR", "RIM", "CRUSHER", 500, 40, 2.2),
                            new RoadSegment("R-DU", "RIM", "DUMP", 700, 40, 2.2),
                            new RoadSegment("R-BAY", "RIM", "BAY", 150, 30, 2.2),
                            new RoadSegment("R-PARK", "BAY", "PARK", 100, 30, 2.2)),
                    List.of(new TruckClass("930E", 290, 210, 2_014, 4_200, 53.5)),
                    List.of(
                            new Truck("T1", "930E", "S1", "CRUSHER"),
                            new Truck("T2", "930E", "S1", "CRUSHER"),
                            new Truck("T3", "930E", "S2", "DUMP"),
                            new Truck("T4", "930E", "S2", "DUMP")),
                    List.of(
                            new LoadingUnit(
                                    "S1",
                                    LoadingUnitKind.CABLE_SHOVEL,
                                    "F1",
                                    Material.ORE,
                                    130,
                                    4_000),
                            new LoadingUnit(
                                    "S2",
                                    LoadingUnitKind.HYDRAULIC_SHOVEL,
                                    "F2",
                                    Material.WASTE,
                                    300,
                                    3_000)),
                    List.of(
                            new DumpPoint("CRUSHER", Material.ORE, 0, 5_000, 2),
                            new DumpPoint("DUMP", Material.WASTE, 0, 5_000, 4)),
                    List.of());

    static final MineSites SITES = MineSites.of(SITE);

    private SmallMine() {}

    static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    static Reading truck(String id, ProductionState state, String place, long atSeconds) {
        return state(EquipmentKind.HAULTRUCK, id, state, place, null, null, atSeconds);
    }

    static Reading loading(String truckId, String unitId, String face, long atSeconds) {
        return state(
                EquipmentKind.HAULTRUCK,
                truckId,
                ProductionState.LOADING,
                face,
                unitId,
                null,
                atSeconds);
    }

    static Reading unit(String id, ProductionState state, String reason, long atSeconds) {
        return state(EquipmentKind.SHOVEL, id, state, null, null, reason, atSeconds);
    }

    static Reading reply(String truckId, String assignmentId, boolean accepted, long atSeconds) {
        return reading(
                EquipmentKind.HAULTRUCK,
                truckId,
                ReadingStream.REPLY,
                null,
                new AssignmentReply(assignmentId, accepted, accepted ? null : "road closed"),
                atSeconds);
    }

    static Reading state(
            EquipmentKind kind,
            String id,
            ProductionState state,
            String place,
            String counterpart,
            String reason,
            long atSeconds) {
        StateChange change =
                new StateChange(
                        state, null, place, null, counterpart, null, 80.0, "OP-1", null, reason);
        return reading(kind, id, ReadingStream.STATE, change, null, atSeconds);
    }

    private static Reading reading(
            EquipmentKind kind,
            String id,
            ReadingStream stream,
            StateChange state,
            AssignmentReply reply,
            long atSeconds) {
        Instant at = at(atSeconds);
        return new Reading(
                SITE.site(),
                kind,
                id,
                stream,
                atSeconds,
                at,
                at,
                false,
                List.of(),
                null,
                state,
                null,
                null,
                reply,
                null);
    }

    /** A scored window of one minute. */
    static ScoredWindow score(String truckId, long atSeconds, double burntL, double expectedL) {
        FuelWindow window =
                new FuelWindow(
                        "small",
                        truckId,
                        EquipmentKind.HAULTRUCK,
                        "930E",
                        null,
                        at(atSeconds),
                        at(atSeconds + 60),
                        60,
                        0,
                        burntL,
                        0.3,
                        18,
                        1,
                        290,
                        20,
                        0,
                        3_500,
                        70,
                        1_800,
                        1,
                        0,
                        null,
                        null,
                        null,
                        ProductionState.HAULING);
        return new ScoredWindow(
                window, expectedL, burntL - expectedL, expectedL, "fuel-window", "1");
    }

    /** A drift of a truck's residual ratio. */
    static DriftEvent drift(String site, String truckId, long atSeconds, double meanAfter) {
        return new DriftEvent(
                site + "/" + truckId + "/" + atSeconds,
                site,
                truckId,
                DriftDetector.ADWIN,
                "residualRatio",
                at(atSeconds),
                0,
                meanAfter,
                100,
                15,
                "1");
    }

    /** The excess of a road segment: 1 point of resistance is a quarter of the litres here. */
    static RoadExcess excess(String segmentId, double excessPct, double standardErrorPct) {
        return road(segmentId, excessPct, standardErrorPct, List.of());
    }

    /** A road segment at its published resistance that trucks drove at a speed. */
    static RoadExcess driven(String segmentId, SegmentSpeed speed) {
        return road(segmentId, 0, 0.3, List.of(speed));
    }

    private static RoadExcess road(
            String segmentId,
            double excessPct,
            double standardErrorPct,
            List<SegmentSpeed> speeds) {
        return new RoadExcess(
                "small",
                segmentId,
                START,
                30,
                excessPct,
                standardErrorPct,
                excessPct - 3 * standardErrorPct,
                excessPct / 4,
                100,
                50,
                150,
                null,
                speeds);
    }
}
