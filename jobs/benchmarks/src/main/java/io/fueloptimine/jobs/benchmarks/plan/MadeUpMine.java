package io.fueloptimine.jobs.benchmarks.plan;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random mine of a given size: two ramps, faces below and dumps above, several classes of trucks,
 * and a dig plan with three priorities that the trucks can meet in about two of three mines.
 */
public final class MadeUpMine {

    private static final List<TruckClass> CLASSES =
            List.of(
                    new TruckClass("930E", 290, 210, 2_014, 4_200, 50),
                    new TruckClass("793F", 227, 165, 1_976, 3_785, 45),
                    new TruckClass("785D", 140, 102, 1_082, 1_900, 30),
                    new TruckClass("777G", 98, 74, 765, 1_275, 22),
                    new TruckClass("830E", 222, 164, 1_865, 4_500, 44),
                    new TruckClass("HD1500", 142, 107, 1_109, 2_120, 31));

    private static final int JUNCTIONS = 4;
    private static final int PRIORITIES = 3;

    /** Tonnes that a tonne of payload can about move in an hour. */
    private static final double TRIPS_PER_HOUR = 0.95;

    private final Random random;
    private final Size size;
    private final List<Location> locations = new ArrayList<>();
    private final List<RoadSegment> roads = new ArrayList<>();
    private final List<LoadingUnit> units = new ArrayList<>();
    private final List<DumpPoint> dumps = new ArrayList<>();
    private final List<Truck> trucks = new ArrayList<>();

    /** Numbers of trucks, loading units, dumps and truck classes, at most six. */
    public record Size(int trucks, int units, int dumps, int classes) {

        @Override
        public String toString() {
            return trucks
                    + " trucks x "
                    + units
                    + " units x "
                    + dumps
                    + " dumps x "
                    + classes
                    + " classes";
        }
    }

    private MadeUpMine(Random random, Size size) {
        this.random = random;
        this.size = size;
    }

    /** The mine of a seed. */
    public static MineSite of(long seed, Size size) {
        return new MadeUpMine(new Random(seed), size).build();
    }

    private MineSite build() {
        for (int i = 0; i < JUNCTIONS; i++) {
            place("PIT-" + i, LocationKind.JUNCTION, 3_380 + 15 * i);
            place("RIM-" + i, LocationKind.JUNCTION, 3_500 + 10 * i);
            road("RAMP-" + i, "PIT-" + i, "RIM-" + i, 1_500 + random.nextInt(800));
            if (i > 0) {
                road("PIT-ROAD-" + i, "PIT-" + (i - 1), "PIT-" + i, 300 + random.nextInt(500));
                road("RIM-ROAD-" + i, "RIM-" + (i - 1), "RIM-" + i, 300 + random.nextInt(900));
            }
        }
        place("BAY", LocationKind.FUEL_BAY, 3_510);
        road("TO-BAY", "RIM-0", "BAY", 300);
        for (int i = 0; i < size.units(); i++) {
            addUnit(i);
        }
        for (int i = 0; i < size.dumps(); i++) {
            addDump(i);
        }
        double payloads = 0;
        for (int i = 0; i < size.trucks(); i++) {
            TruckClass truckClass = CLASSES.get(random.nextInt(size.classes()));
            LoadingUnit unit = units.get(random.nextInt(units.size()));
            List<DumpPoint> fitting =
                    dumps.stream().filter(dump -> dump.accepts(unit.material())).toList();
            String dump = fitting.get(random.nextInt(fitting.size())).locationId();
            trucks.add(new Truck("T" + i, truckClass.name(), unit.id(), dump));
            payloads += truckClass.payloadT();
        }
        return new MineSite(
                "bench",
                digPlan(payloads * TRIPS_PER_HOUR * (0.5 + random.nextDouble() * 0.6)),
                locations,
                roads,
                CLASSES.subList(0, size.classes()),
                trucks,
                units,
                dumps,
                List.of());
    }

    private void addUnit(int i) {
        // Every fifth unit digs at the face of the unit before.
        boolean shared = i % 5 == 4;
        String face = "FACE-" + (shared ? i - 1 : i);
        if (!shared) {
            place(face, LocationKind.FACE, 3_360 + random.nextInt(60));
            String junction = "PIT-" + random.nextInt(JUNCTIONS);
            road("FACE-ROAD-" + i, face, junction, 400 + random.nextInt(900));
        }
        Material material =
                shared ? units.get(i - 1).material() : i % 5 < 2 ? Material.ORE : Material.WASTE;
        LoadingUnitKind kind = LoadingUnitKind.values()[random.nextInt(3)];
        double loadingS = kind == LoadingUnitKind.CABLE_SHOVEL ? 130 : 300;
        double maxTph = 2_500 + random.nextInt(2_500);
        units.add(new LoadingUnit("S" + i, kind, face, material, loadingS, maxTph));
    }

    private void addDump(int i) {
        boolean ore = i % 3 == 0;
        String id = (ore ? "CRUSHER-" : "DUMP-") + i;
        place(id, ore ? LocationKind.CRUSHER : LocationKind.DUMP, 3_510 + random.nextInt(60));
        road("DUMP-ROAD-" + i, id, "RIM-" + random.nextInt(JUNCTIONS), 500 + random.nextInt(1_500));
        dumps.add(
                new DumpPoint(
                        id,
                        ore ? Material.ORE : Material.WASTE,
                        i == 0 ? 300 : 0,
                        3_000 + random.nextInt(5_000),
                        ore ? 2 : 4));
    }

    private DigPlan digPlan(double tph) {
        Map<String, Double> weights = new HashMap<>();
        double sum = 0;
        for (LoadingUnit unit : units) {
            double weight = 0.5 + random.nextDouble();
            weights.merge(unit.faceId(), weight, Double::sum);
            sum += weight;
        }
        List<FaceTarget> faces = new ArrayList<>();
        for (LoadingUnit unit : units) {
            Double weight = weights.remove(unit.faceId());
            if (weight != null) {
                faces.add(
                        new FaceTarget(
                                unit.faceId(),
                                unit.material(),
                                12 * tph * weight / sum,
                                1 + random.nextInt(PRIORITIES),
                                List.of(),
                                unit.material() == Material.ORE
                                        ? 0.4 + 0.4 * random.nextDouble()
                                        : 0,
                                random.nextBoolean()));
            }
        }
        return DigPlan.of(faces.toArray(FaceTarget[]::new));
    }

    private void place(String id, LocationKind kind, double elevationM) {
        locations.add(new Location(id, kind, 0, 0, elevationM));
    }

    private void road(String id, String from, String to, double lengthM) {
        roads.add(new RoadSegment(id, from, to, lengthM, 45, 2.2));
    }
}
