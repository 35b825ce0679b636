package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.dispatch.price.TripCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Simulates a rule for some hours with the times of the session's tables, which vary by a tenth.
 * Rules of equal mines meet equal numbers. Used for a single run.
 */
final class Rollout implements Outlook {

    private static final double SPREAD = 0.1;
    private static final double SECONDS_PER_HOUR = 3_600;

    private enum Next {
        ASK,
        AT_UNIT,
        LOADED,
        AT_DUMP,
        DUMPED
    }

    private record Event(double atS, int truck, Next what) {}

    private static final class Truck {
        private int truckClass;
        private int place;
        private int unit;
        private int dump;
        private int trips;
        private double expectedS;
        private double standsSinceS;
    }

    private final HaulTables tables;
    private final TripRule rule;
    private final HaulPrices prices;
    private final BiPredicate<Integer, Integer> allowed;
    private final Set<Integer> down;
    private final double dumpS;
    private final int draw;
    private final Truck[] trucks;
    private final List<List<Integer>> bound = new ArrayList<>();
    private final List<List<Integer>> toDump = new ArrayList<>();
    private final double[] unitFreeS;
    private final double[] dumpFreeS;
    private final Tonnes tonnes;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(
                    Comparator.comparingDouble(Event::atS).thenComparingInt(Event::truck));
    private double nowS;
    private double dumpedT;
    private double litres;

    /**
     * What a rule reached.
     *
     * @param tonnes tonnes dumped, t
     * @param litresPerTonne litres per tonne; infinite without tonnes
     * @param shortT tonnes of the dig plan that are missing by its rates, t
     */
    record Result(double tonnes, double litresPerTonne, double shortT) {

        /** The mean of results. */
        static Result mean(List<Result> all) {
            return new Result(
                    all.stream().mapToDouble(Result::tonnes).average().orElse(0),
                    all.stream().mapToDouble(Result::litresPerTonne).average().orElse(0),
                    all.stream().mapToDouble(Result::shortT).average().orElse(0));
        }
    }

    /**
     * @param hours time in which the rates of the dig plan are counted, h
     * @param allowed whether the dig plan allows the material of a loading unit at a dump
     * @param draw number of the random times
     */
    Rollout(
            HaulTables tables,
            RateWishes wishes,
            TripRule rule,
            HaulPrices prices,
            double hours,
            BiPredicate<Integer, Integer> allowed,
            int draw) {
        this.draw = draw;
        this.tables = tables;
        this.rule = rule;
        this.prices = prices;
        this.allowed = allowed;
        this.down = wishes.down();
        this.dumpS = wishes.dumpS();
        int units = tables.units.size();
        double[] leftT = new double[units];
        for (int u = 0; u < units; u++) {
            leftT[u] = wishes.faces().getOrDefault(tables.units.get(u).faceId(), 0.0) * hours;
            bound.add(new ArrayList<>());
        }
        tables.dumps.forEach(dump -> toDump.add(new ArrayList<>()));
        this.tonnes = new Tonnes(new double[units], leftT);
        this.unitFreeS = new double[units];
        this.dumpFreeS = new double[tables.dumps.size()];
        List<Truck> all = new ArrayList<>();
        for (int c = 0; c < tables.classes.size(); c++) {
            for (int i = 0; i < wishes.trucks()[c]; i++) {
                Truck truck = new Truck();
                truck.truckClass = c;
                truck.place = all.size() % tables.dumps.size();
                events.add(new Event(10.0 * all.size(), all.size(), Next.ASK));
                all.add(truck);
            }
        }
        this.trucks = all.toArray(new Truck[0]);
    }

    /**
     * Simulates.
     *
     * @param hours simulated time, h
     */
    Result run(double hours) {
        double endS = hours * SECONDS_PER_HOUR;
        while (!events.isEmpty() && events.peek().atS() < endS) {
            Event event = events.poll();
            nowS = event.atS();
            happen(event.truck(), event.what());
        }
        double shortT = 0;
        for (double leftT : tonnes.leftT()) {
            shortT += Math.max(0, leftT);
        }
        return new Result(
                dumpedT, dumpedT == 0 ? Double.POSITIVE_INFINITY : litres / dumpedT, shortT);
    }

    private void happen(int t, Next what) {
        Truck truck = trucks[t];
        switch (what) {
            case ASK -> ask(t, truck);
            case AT_UNIT -> {
                // Loads are in order of arrival, so that the time of the load is known.
                double startS = Math.max(nowS, unitFreeS[truck.unit]);
                double loadS = tables.loadS(truck.truckClass, truck.unit) * noise(t, 2);
                unitFreeS[truck.unit] = startS + loadS;
                events.add(new Event(startS + loadS, t, Next.LOADED));
                truck.standsSinceS = nowS;
                bound.get(truck.unit).remove((Integer) t);
            }
            case LOADED -> haul(t, truck);
            case AT_DUMP -> {
                toDump.get(truck.dump).remove((Integer) t);
                double startS = Math.max(nowS, dumpFreeS[truck.dump]);
                dumpFreeS[truck.dump] = startS + occupiedS(truck);
                events.add(new Event(startS + dumpS * noise(t, 4), t, Next.DUMPED));
                truck.standsSinceS = nowS;
            }
            case DUMPED -> {
                stood(truck);
                dumpedT += tables.payloadT(truck.truckClass);
                truck.place = truck.dump;
                truck.trips++;
                ask(t, truck);
            }
        }
    }

    private double occupiedS(Truck truck) {
        var dump = tables.dumps.get(truck.dump);
        return Math.max(
                tables.payloadT(truck.truckClass) / dump.maxTph() * SECONDS_PER_HOUR,
                dumpS / Math.max(1, dump.bays()));
    }

    private void stood(Truck truck) {
        double idleLph = tables.classes.get(truck.truckClass).idleLph();
        litres += idleLph * (nowS - truck.standsSinceS) / SECONDS_PER_HOUR;
    }

    private void ask(int t, Truck truck) {
        String from = tables.dumps.get(truck.place).locationId();
        OptionalInt unit = trip(truck).unit(from);
        if (unit.isPresent()) {
            truck.unit = unit.getAsInt();
            TripCost trip = tables.empty(truck.truckClass, from, truck.unit).orElseThrow();
            bound.get(truck.unit).add(t);
            drive(t, truck, trip, Next.AT_UNIT, 1);
        }
    }

    private void haul(int t, Truck truck) {
        stood(truck);
        double payloadT = tables.payloadT(truck.truckClass);
        tonnes.loadedT()[truck.unit] += payloadT;
        tonnes.leftT()[truck.unit] -= payloadT;
        OptionalInt dump = trip(truck).dump(truck.unit);
        if (dump.isPresent()) {
            truck.dump = dump.getAsInt();
            String face = tables.units.get(truck.unit).faceId();
            TripCost trip = tables.loaded(truck.truckClass, face, truck.dump).orElseThrow();
            toDump.get(truck.dump).add(t);
            drive(t, truck, trip, Next.AT_DUMP, 3);
        }
    }

    private void drive(int t, Truck truck, TripCost trip, Next next, int purpose) {
        double factor = noise(t, purpose);
        truck.expectedS = nowS + trip.seconds();
        litres += trip.litres() * factor;
        events.add(new Event(nowS + trip.seconds() * factor, t, next));
    }

    private NextTrip trip(Truck truck) {
        return new NextTrip(tables, rule, prices, tonnes, this, allowed, truck.truckClass);
    }

    private double noise(int t, int purpose) {
        long key =
                (t * 10_007L + trucks[t].trips * 31L + purpose + draw * 0x5851F42DL)
                        * 0x9E3779B97F4A7C15L;
        return Math.exp(SPREAD * new Random(key).nextGaussian());
    }

    @Override
    public Set<Integer> down() {
        return down;
    }

    @Override
    public double[] boundT() {
        double[] boundT = new double[bound.size()];
        for (int u = 0; u < boundT.length; u++) {
            for (int t : bound.get(u)) {
                boundT[u] += tables.payloadT(trucks[t].truckClass);
            }
        }
        return boundT;
    }

    @Override
    public double loadStartsInS(int unit, double arrivesInS) {
        double freeS = unitFreeS[unit] - nowS;
        for (int t : bound.get(unit)) {
            double inS = trucks[t].expectedS - nowS;
            if (inS <= arrivesInS) {
                freeS = Math.max(freeS, inS) + tables.loadS(trucks[t].truckClass, unit);
            }
        }
        return Math.max(arrivesInS, freeS);
    }

    @Override
    public double dumpStartsInS(int dump, double arrivesInS) {
        double freeS = dumpFreeS[dump] - nowS;
        for (int t : toDump.get(dump)) {
            double inS = trucks[t].expectedS - nowS;
            if (inS <= arrivesInS) {
                freeS = Math.max(freeS, inS) + occupiedS(trucks[t]);
            }
        }
        return Math.max(arrivesInS, freeS);
    }
}
