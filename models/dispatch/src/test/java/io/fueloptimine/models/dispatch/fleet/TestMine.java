package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpPoint;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pits of any size for tests: faces below, dumps above, two ways out of the pit. */
public final class TestMine {

    static final List<TruckClass> CLASSES =
            List.of(
                    new TruckClass("930E", 290, 210, 2_014, 4_200, 53.5),
                    new TruckClass("793F", 227, 165, 1_976, 4_300, 50),
                    new TruckClass("785D", 140, 102, 1_082, 1_900, 34),
                    new TruckClass("777G", 98, 74, 765, 1_200, 26));

    private TestMine() {}

    /** Fourteen trucks of four classes, two ore faces, one waste face, a crusher and two dumps. */
    public static MineSite small() {
        return random(new Random(7), 14, 3, 3, 0.8);
    }

    /**
     * A pit.
     *
     * @param load targets as a share of what the trucks could about move, 0 to 1
     */
    public static MineSite random(Random random, int trucks, int units, int dumps, double load) {
        List<Location> locations = new ArrayList<>();
        List<RoadSegment> roads = new ArrayList<>();
        locations.add(new Location("PIT", LocationKind.JUNCTION, 0, 0, 3_500));
        locations.add(new Location("RIM", LocationKind.JUNCTION, 0, 2_000, 3_620));
        locations.add(new Location("BAY", LocationKind.FUEL_BAY, 100, 2_300, 3_620));
        locations.add(new Location("PARK", LocationKind.PARKING, 300, 2_300, 3_620));
        roads.add(new RoadSegment("RAMP-N", "PIT", "RIM", 1_600, 45, 2.2));
        roads.add(new RoadSegment("RAMP-S", "PIT", "RIM", 2_100, 45, 2.2));
        roads.add(new RoadSegment("TO-BAY", "RIM", "BAY", 300, 30, 2.2));
        roads.add(new RoadSegment("TO-PARK", "BAY", "PARK", 200, 30, 2.2));
        List<LoadingUnit> loadingUnits = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            loadingUnits.add(unit(random, i, locations, roads));
        }
        List<DumpPoint> dumpPoints = new ArrayList<>();
        for (int i = 0; i < dumps; i++) {
            dumpPoints.add(dump(random, i, locations, roads));
        }
        List<Truck> fleet = fleet(random, trucks, loadingUnits, dumpPoints);
        double capableTph = fleet.stream().mapToDouble(TestMine::aboutTph).sum();
        return new MineSite(
                "testmine",
                perHour(loadingUnits, capableTph * load * 0.5, capableTph * load * 0.5),
                locations,
                roads,
                CLASSES,
                fleet,
                loadingUnits,
                dumpPoints,
                List.of());
    }

    private static double aboutTph(Truck truck) {
        return CLASSES.stream()
                        .filter(c -> c.name().equals(truck.className()))
                        .findFirst()
                        .orElseThrow()
                        .payloadT()
                * 1.1;
    }

    private static LoadingUnit unit(
            Random random, int i, List<Location> locations, List<RoadSegment> roads) {
        double depthM = 20 + random.nextInt(80);
        String face = "FACE-" + i;
        locations.add(new Location(face, LocationKind.FACE, 400 * i, -500, 3_500 - depthM));
        double lengthM = depthM / 0.08 + random.nextInt(800);
        roads.add(new RoadSegment("FACE-ROAD-" + i, face, "PIT", lengthM, 40, 2.5));
        LoadingUnitKind kind = LoadingUnitKind.values()[random.nextInt(3)];
        double loadingS = kind == LoadingUnitKind.CABLE_SHOVEL ? 130 : 300;
        return new LoadingUnit(
                "SH-" + i,
                kind,
                face,
                i % 2 == 0 ? Material.ORE : Material.WASTE,
                loadingS,
                3_000 + random.nextInt(2_000));
    }

    private static DumpPoint dump(
            Random random, int i, List<Location> locations, List<RoadSegment> roads) {
        boolean ore = i % 3 == 0;
        double riseM = 5 + random.nextInt(60);
        String place = (ore ? "CRUSHER-" : "DUMP-") + i;
        LocationKind kind = ore ? LocationKind.CRUSHER : LocationKind.DUMP;
        locations.add(new Location(place, kind, 400 * i, 3_000, 3_620 + riseM));
        double lengthM = riseM / 0.06 + 200 + random.nextInt(2_500);
        roads.add(new RoadSegment("DUMP-ROAD-" + i, "RIM", place, lengthM, 40, 2.5));
        return new DumpPoint(
                place,
                ore ? Material.ORE : Material.WASTE,
                ore ? 300 : 0,
                5_000 + random.nextInt(5_000),
                ore ? 2 : 4);
    }

    private static List<Truck> fleet(
            Random random, int trucks, List<LoadingUnit> units, List<DumpPoint> dumps) {
        List<Truck> fleet = new ArrayList<>();
        for (int i = 0; i < trucks; i++) {
            LoadingUnit unit = units.get(random.nextInt(units.size()));
            List<DumpPoint> fitting =
                    dumps.stream().filter(dump -> dump.accepts(unit.material())).toList();
            String dump =
                    fitting.isEmpty()
                            ? dumps.get(0).locationId()
                            : fitting.get(random.nextInt(fitting.size())).locationId();
            fleet.add(
                    new Truck(
                            "T-" + i,
                            CLASSES.get(random.nextInt(CLASSES.size())).name(),
                            unit.id(),
                            dump));
        }
        return fleet;
    }

    /** A dig plan that spreads the rate of each material evenly over its loading units. */
    public static DigPlan perHour(List<LoadingUnit> units, double oreTph, double wasteTph) {
        List<FaceTarget> faces = new ArrayList<>();
        for (LoadingUnit unit : units) {
            double tph = unit.material() == Material.ORE ? oreTph : wasteTph;
            long count = units.stream().filter(u -> u.material() == unit.material()).count();
            faces.add(new FaceTarget(unit.faceId(), unit.material(), 12 * tph / count));
        }
        return DigPlan.of(faces.toArray(FaceTarget[]::new));
    }

    /** The same mine wanting more or less. */
    public static MineSite withTarget(MineSite site, double factor) {
        return site.withDigPlan(
                perHour(
                        site.loadingUnits(),
                        site.digPlan().tph(Material.ORE) * factor,
                        site.digPlan().tph(Material.WASTE) * factor));
    }
}
