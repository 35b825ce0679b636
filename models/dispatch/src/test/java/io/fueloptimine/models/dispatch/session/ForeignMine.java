package io.fueloptimine.models.dispatch.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up mine of another program: tables of times and litres, without roads. It shares no code
 * with the mines of this project.
 *
 * @param emptyS seconds of empty trips by class, from (dumps, then the start) and unit
 * @param loadedS seconds of loaded trips by class, unit and dump
 * @param breakdowns loading units that are down for a time
 */
record ForeignMine(
        List<Kind> kinds,
        List<Integer> truckKinds,
        List<Unit> units,
        List<Dump> dumps,
        double[][][] emptyS,
        double[][][] loadedS,
        List<Breakdown> breakdowns,
        double hours) {

    private static final double ROAD_FACTOR = 1.4;

    /** A truck class. */
    record Kind(String name, double payloadT, double idleLph, double emptyLph, double loadedLph) {}

    /**
     * A loading unit.
     *
     * @param loadS loading time by class; not a number for a class that it cannot load
     */
    record Unit(String id, String place, String material, double[] loadS, double planT) {}

    /** A dump; {@code maxTph} is the rate of a crusher, infinite for a waste dump. */
    record Dump(String id, String place, List<String> accepts, int bays, double maxTph) {}

    /** A loading unit that works on nothing from one second to another. */
    record Breakdown(int unit, double fromS, double toS) {}

    /** The kind of mine. */
    enum Shape {
        SMALL(10, 3, 3, 1),
        LARGE(57, 12, 26, 4),
        TWO_SITES(24, 6, 4, 2),
        EQUAL(14, 4, 2, 1),
        UNDER_TRUCKED(8, 6, 3, 2),
        OVER_TRUCKED(34, 4, 3, 2),
        PICKY(20, 5, 4, 3),
        CRUSHER(18, 4, 2, 1),
        BREAKDOWN(16, 4, 3, 2),
        ONE_DUMP(12, 4, 1, 1),
        ASYMMETRIC(16, 5, 3, 2),
        TINY(2, 1, 1, 1),
        QUEUES(40, 2, 2, 1),
        HUGE(300, 30, 40, 6);

        private final int trucks;
        private final int units;
        private final int dumps;
        private final int kinds;

        Shape(int trucks, int units, int dumps, int kinds) {
            this.trucks = trucks;
            this.units = units;
            this.dumps = dumps;
            this.kinds = kinds;
        }
    }

    /**
     * A mine.
     *
     * @param planShare tonnes of the dig plan by the tonnes that the mine can about move; 0 for a
     *     mine without a dig plan
     */
    static ForeignMine of(Shape shape, long seed, double planShare) {
        Random random = new Random(seed * 7_919 + shape.ordinal());
        List<Kind> kinds = new ArrayList<>();
        for (int k = 0; k < shape.kinds; k++) {
            double payload = List.of(220, 140, 320, 180, 98, 240).get(k);
            kinds.add(
                    new Kind(
                            "K" + k,
                            payload,
                            payload * 0.17,
                            payload * (0.55 + 0.1 * random.nextDouble()),
                            payload * (1.15 + 0.2 * random.nextDouble())));
        }
        List<Integer> trucks = new ArrayList<>();
        for (int t = 0; t < shape.trucks; t++) {
            trucks.add(t % shape.kinds);
        }
        List<Dump> dumps = new ArrayList<>();
        for (int d = 0; d < shape.dumps; d++) {
            boolean crusher = d % 2 == 0;
            double rate = shape == Shape.CRUSHER && crusher ? 1_800 : crusher ? 6_000 : 1e6;
            dumps.add(
                    new Dump(
                            "D" + d,
                            "dump-" + d,
                            crusher && shape.dumps > 2 ? List.of("ORE") : List.of("ORE", "WASTE"),
                            crusher ? 2 : 4,
                            rate));
        }
        Distances distances = new Distances(shape, random);
        double[][][] emptyS = distances.emptyS();
        double[][][] loadedS = distances.loadedS();
        List<Unit> units = new ArrayList<>();
        double[] weights = random.doubles(shape.units, 0.6, 1.4).toArray();
        for (int u = 0; u < shape.units; u++) {
            double speed = 0.8 + 0.5 * random.nextDouble();
            double[] loadS = new double[shape.kinds];
            for (int k = 0; k < shape.kinds; k++) {
                boolean fits = shape != Shape.PICKY || (u + k) % 3 != 0;
                loadS[k] = fits ? speed * kinds.get(k).payloadT() : Double.NaN;
            }
            String material = u % 3 == 2 || shape.dumps == 2 ? "WASTE" : "ORE";
            units.add(new Unit("S" + u, "face-" + u, material, loadS, weights[u]));
        }
        double hours = 8;
        List<Breakdown> down =
                shape == Shape.BREAKDOWN
                        ? List.of(new Breakdown(0, 5_000, 12_200), new Breakdown(2, 15_000, 18_600))
                        : List.of();
        ForeignMine bare =
                new ForeignMine(kinds, trucks, units, dumps, emptyS, loadedS, down, hours);
        return bare.planned(planShare);
    }

    /** The mine with a dig plan of the tonnes that it can move when all units are served alike. */
    private ForeignMine planned(double share) {
        double tonnes = 0;
        for (int kind : truckKinds) {
            double cycleS = 0;
            for (int u = 0; u < units.size(); u++) {
                int dump = nearestDump(kind, u);
                double loadS = units.get(u).loadS()[kind];
                cycleS +=
                        (loadedS[kind][u][dump]
                                        + emptyS[kind][dump][u]
                                        + (Double.isNaN(loadS) ? 200 : loadS)
                                        + 60)
                                / units.size();
            }
            tonnes += kinds.get(kind).payloadT() * hours * 3_600 / cycleS;
        }
        double weights = units.stream().mapToDouble(Unit::planT).sum();
        List<Unit> planned = new ArrayList<>();
        for (Unit unit : units) {
            double most = hours * 3_600 / (unit.loadS()[unit.loadS.length > 1 ? 1 : 0]) * 200;
            double rate = Double.isNaN(most) ? hours * 3_600 : most;
            double planT = share * Math.min(tonnes * unit.planT() / weights, 0.8 * rate);
            planned.add(new Unit(unit.id(), unit.place(), unit.material(), unit.loadS(), planT));
        }
        return new ForeignMine(
                kinds, truckKinds, planned, dumps, emptyS, loadedS, breakdowns, hours);
    }

    Kind kindOf(int truck) {
        return kinds.get(truckKinds.get(truck));
    }

    /** The place of an empty truck: a dump, or the start after the last dump. */
    String emptyPlace(int from) {
        return from == dumps.size() ? "start" : dumps.get(from).place();
    }

    /** The nearest dump for the material of a unit by time. */
    int nearestDump(int kind, int unit) {
        int best = -1;
        for (int d = 0; d < dumps.size(); d++) {
            boolean accepted = dumps.get(d).accepts().contains(units.get(unit).material());
            if (accepted && (best < 0 || loadedS[kind][unit][d] < loadedS[kind][unit][best])) {
                best = d;
            }
        }
        return best;
    }

    double litres(int truck, boolean loaded, double seconds) {
        Kind kind = kindOf(truck);
        return seconds / 3_600 * (loaded ? kind.loadedLph() : kind.emptyLph());
    }

    /** Travel times from random places. */
    private static final class Distances {

        private final Shape shape;
        private final double[][] unitsAt;
        private final double[][] dumpsAt;
        private final double[][] emptyFactor;

        Distances(Shape shape, Random random) {
            this.shape = shape;
            this.unitsAt = places(shape.units, 2_500, random);
            this.dumpsAt = places(shape.dumps + 1, 3_000, random);
            this.emptyFactor = new double[shape.dumps + 1][shape.units];
            for (double[] ofDump : emptyFactor) {
                for (int u = 0; u < shape.units; u++) {
                    ofDump[u] = shape == Shape.ASYMMETRIC ? 0.5 + 1.5 * random.nextDouble() : 1;
                }
            }
        }

        private double[][] places(int count, double width, Random random) {
            double[][] at = new double[count][2];
            for (int i = 0; i < count; i++) {
                double site = shape == Shape.TWO_SITES && i % 2 == 1 ? 6_000 : 0;
                at[i][0] = site + width * random.nextDouble();
                at[i][1] = width * random.nextDouble();
            }
            return at;
        }

        private double metres(int unit, int dump) {
            if (shape == Shape.EQUAL) {
                return 2_000;
            }
            double x = unitsAt[unit][0] - dumpsAt[dump][0];
            double y = unitsAt[unit][1] - dumpsAt[dump][1];
            return 600 + ROAD_FACTOR * Math.hypot(x, y);
        }

        double[][][] emptyS() {
            double[][][] seconds = new double[shape.kinds][shape.dumps + 1][shape.units];
            for (int k = 0; k < shape.kinds; k++) {
                for (int d = 0; d <= shape.dumps; d++) {
                    for (int u = 0; u < shape.units; u++) {
                        seconds[k][d][u] = emptyFactor[d][u] * metres(u, d) / (9 - 0.4 * k);
                    }
                }
            }
            return seconds;
        }

        double[][][] loadedS() {
            double[][][] seconds = new double[shape.kinds][shape.units][shape.dumps];
            for (int k = 0; k < shape.kinds; k++) {
                for (int u = 0; u < shape.units; u++) {
                    for (int d = 0; d < shape.dumps; d++) {
                        seconds[k][u][d] = metres(u, d) / (5.5 - 0.3 * k);
                    }
                }
            }
            return seconds;
        }
    }
}
