package io.fueloptimine.jobs.simulator.calibration;

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
import java.util.ArrayList;
import java.util.List;

/**
 * An artificial mine of the size of the Andean mine whose measurements serve as calibration. The
 * mine has 57 trucks of one class with high-altitude engines, 12 loading units and 26 dumps, at
 * elevations from 3,300 to 3,700 m.
 *
 * <p>All roads meet in one junction, and each road contains all grade bands. Faces lie at three
 * depths. If all lay at the same, intervals between refuellings would differ in their loaded and
 * empty hours only by the pace of the trucks, and the slower truck burns less per hour: a
 * regression on refuellings would find 20 to 30 L/h too little for loaded hours, and too much for
 * empty ones.
 */
final class CalibrationMine {

    private static final int CABLE_SHOVELS = 7;
    private static final int HYDRAULIC_SHOVELS = 3;
    private static final int UNITS = 12;
    private static final int DUMPS = 26;
    private static final int TRUCKS_BEHIND_CABLES = 46;
    private static final int TRUCKS_BEHIND_HYDRAULICS = 7;
    private static final double CROSSING_M = 3_500;
    private static final double FLAT_LIMIT_KPH = 19.5;
    private static final double RAMP_LIMIT_KPH = 50;
    private static final double ROAD_ROLLING_PCT = 2.3;

    /** Rolling resistance of the short steep ramps, which have a soft surface, % of weight. */
    private static final double STEEP_ROLLING_PCT = 4;

    private static final double STEEP_PCT = 10;

    /**
     * How much longer the ramp to a deep face is than the mean one, and shorter to a high face, m.
     */
    private static final double DEPTH_M = 560;

    /** Position of the long ramp in the road to a face. */
    private static final int RAMP = 6;

    /** Position of the level road in the road to a face. */
    private static final int LEVEL = 7;

    /**
     * Road segments from the junction to a face. Each row contains the length in m and the grade in
     * %. A loaded truck starts on the steepest one.
     */
    private static final double[][] TO_FACE = {
        {200, 4.5},
        {40, 9},
        {340, 7},
        {25, 12},
        {350, -4.5},
        {100, -9},
        {1_600, -7},
        {700, 0},
        {45, -12}
    };

    /**
     * Road segments from the junction to a dump. Each row contains the length in m and the grade in
     * %.
     */
    private static final double[][] TO_DUMP = {
        {100, 4.5},
        {40, 9},
        {180, 7},
        {25, 11},
        {150, -4.5},
        {30, -9},
        {180, -7},
        {25, -12},
        {1_210, 0}
    };

    private static final TruckClass CLASS = new TruckClass("930E", 290, 210, 2_610, 4_200, 51);

    private final List<Location> locations = new ArrayList<>();
    private final List<RoadSegment> roads = new ArrayList<>();
    private final List<LoadingUnit> units = new ArrayList<>();
    private final List<DumpPoint> dumps = new ArrayList<>();
    private final List<Truck> trucks = new ArrayList<>();

    /** Creates the description of the mine; 57 trucks are those of the Andean mine. */
    static MineSite site(int trucks) {
        return new CalibrationMine().build(trucks);
    }

    private MineSite build(int truckCount) {
        locations.add(new Location("CROSSING", LocationKind.JUNCTION, 0, 0, CROSSING_M));
        place("FUEL-BAY", LocationKind.FUEL_BAY, 400, 0.4);
        place("PARKING", LocationKind.PARKING, 600, 0.6);
        for (int i = 0; i < UNITS; i++) {
            addUnit(i);
        }
        for (int i = 0; i < DUMPS; i++) {
            addDump(i);
        }
        for (int i = 0; i < truckCount; i++) {
            addTruck(i);
        }
        return new MineSite(
                "calibration",
                DigPlan.of(),
                locations,
                roads,
                List.of(CLASS),
                trucks,
                units,
                dumps,
                List.of(
                        new AuxMachine("GR1", "GRADER-24M", 55, "CROSSING"),
                        new AuxMachine("GR2", "GRADER-24M", 55, "CROSSING"),
                        new AuxMachine("GR3", "GRADER-24M", 55, "CROSSING"),
                        new AuxMachine("WT1", "WATER-TRUCK-777", 68, "CROSSING"),
                        new AuxMachine("WT2", "WATER-TRUCK-777", 68, "CROSSING")));
    }

    private void addUnit(int i) {
        String face = "FACE-" + (i + 1);
        road(face, LocationKind.FACE, toFace((i % 3 - 1) * DEPTH_M), 0.35 * i);
        LoadingUnitKind kind =
                i < CABLE_SHOVELS
                        ? LoadingUnitKind.CABLE_SHOVEL
                        : i < CABLE_SHOVELS + HYDRAULIC_SHOVELS
                                ? LoadingUnitKind.HYDRAULIC_SHOVEL
                                : LoadingUnitKind.WHEEL_LOADER;
        double meanS =
                switch (kind) {
                    case CABLE_SHOVEL -> 130;
                    case HYDRAULIC_SHOVEL -> 307;
                    case WHEEL_LOADER -> 398;
                };
        Material material = i % 2 == 0 ? Material.WASTE : Material.ORE;
        units.add(new LoadingUnit("LU" + (i + 1), kind, face, material, meanS, 5_000));
    }

    /** The road to a face with a longer ramp and less level road, or the other way round. */
    private static double[][] toFace(double longerM) {
        double[][] pieces = new double[TO_FACE.length][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = TO_FACE[i].clone();
        }
        pieces[RAMP][0] += longerM;
        pieces[LEVEL][0] -= longerM;
        return pieces;
    }

    private void addDump(int i) {
        boolean ore = i % 2 == 1;
        String id = (ore ? "ORE-" : "WASTE-") + (i + 1);
        road(id, ore ? LocationKind.CRUSHER : LocationKind.DUMP, TO_DUMP, 4.2 + 0.08 * i);
        dumps.add(new DumpPoint(id, ore ? Material.ORE : Material.WASTE, 0, 9_000, 3));
    }

    private void addTruck(int i) {
        int unit;
        if (i < TRUCKS_BEHIND_CABLES) {
            unit = i % CABLE_SHOVELS;
        } else if (i < TRUCKS_BEHIND_CABLES + TRUCKS_BEHIND_HYDRAULICS) {
            unit = CABLE_SHOVELS + i % HYDRAULIC_SHOVELS;
        } else {
            unit = CABLE_SHOVELS + HYDRAULIC_SHOVELS + i % 2;
        }
        Material material = units.get(unit).material();
        List<DumpPoint> fitting = dumps.stream().filter(d -> d.accepts(material)).toList();
        DumpPoint dump = fitting.get(i * 5 % fitting.size());
        trucks.add(new Truck("T" + (i + 1), CLASS.name(), units.get(unit).id(), dump.locationId()));
    }

    /** Adds a road from the junction. */
    private void road(String end, LocationKind kind, double[][] pieces, double direction) {
        String at = "CROSSING";
        double elevationM = CROSSING_M;
        double outM = 0;
        for (int i = 0; i < pieces.length; i++) {
            double metres = pieces[i][0];
            double gradePct = pieces[i][1];
            boolean last = i == pieces.length - 1;
            String next = last ? end : end + "/" + (i + 1);
            elevationM += metres * gradePct / 100;
            outM += metres;
            location(next, last ? kind : LocationKind.JUNCTION, outM, direction, elevationM);
            roads.add(segment(at, next, metres, gradePct));
            at = next;
        }
    }

    private void place(String id, LocationKind kind, double metres, double direction) {
        location(id, kind, metres, direction, CROSSING_M);
        roads.add(segment("CROSSING", id, metres, 0));
    }

    private void location(
            String id, LocationKind kind, double outM, double direction, double elevationM) {
        locations.add(
                new Location(
                        id,
                        kind,
                        outM * Math.cos(direction),
                        outM * Math.sin(direction),
                        elevationM));
    }

    private static RoadSegment segment(String from, String to, double metres, double gradePct) {
        return new RoadSegment(
                "TO-" + to,
                from,
                to,
                metres,
                gradePct == 0 ? FLAT_LIMIT_KPH : RAMP_LIMIT_KPH,
                Math.abs(gradePct) > STEEP_PCT ? STEEP_ROLLING_PCT : ROAD_ROLLING_PCT);
    }
}
