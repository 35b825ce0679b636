package io.fueloptimine.models.dispatch.session;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * One shift of a {@link ForeignMine}, event by event. Trucks drive, queue first in first out at
 * loading units and dumps, and ask a {@link ForeignDispatcher}. Times vary by numbers that belong
 * to a truck, a trip and a purpose, so that two dispatchers meet the same numbers.
 */
final class ForeignShift {

    static final double DUMP_S = 60;

    private static final double SPREAD = 0.1;

    enum Doing {
        WAITING,
        TO_UNIT,
        UNIT_QUEUE,
        LOADING,
        TO_DUMP,
        DUMP_QUEUE,
        DUMPING
    }

    /** A truck: what it does, since when, and when it is expected to end. */
    static final class Truck {
        Doing doing = Doing.WAITING;
        int place;
        int unit = -1;
        int dump = -1;
        int trips;
        double sinceS;
        double expectedS;
    }

    private record Event(double atS, int order, Runnable what) {}

    final ForeignMine mine;
    final Truck[] trucks;
    final Deque<Integer>[] unitQueues;
    final Deque<Integer>[] dumpQueues;
    final int[] unitLoads;
    final double[] crusherFreeS;
    final double[] faceT;
    final double[] onTheWayT;
    double nowS;
    double litres;
    double queueS;
    int waits;

    private final ForeignDispatcher dispatcher;
    private final long seed;
    private final int[] dumpingNow;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(
                    Comparator.comparingDouble(Event::atS).thenComparingInt(Event::order));
    private int order;

    @SuppressWarnings("unchecked")
    ForeignShift(ForeignMine mine, ForeignDispatcher dispatcher, long seed) {
        this.mine = mine;
        this.dispatcher = dispatcher;
        this.seed = seed;
        this.trucks = new Truck[mine.truckKinds().size()];
        this.unitQueues = new Deque[mine.units().size()];
        this.dumpQueues = new Deque[mine.dumps().size()];
        this.unitLoads = new int[unitQueues.length];
        this.faceT = new double[unitQueues.length];
        this.onTheWayT = new double[unitQueues.length];
        this.crusherFreeS = new double[dumpQueues.length];
        this.dumpingNow = new int[dumpQueues.length];
        for (int u = 0; u < unitQueues.length; u++) {
            unitQueues[u] = new ArrayDeque<>();
            unitLoads[u] = -1;
        }
        for (int d = 0; d < dumpQueues.length; d++) {
            dumpQueues[d] = new ArrayDeque<>();
        }
    }

    /** Runs the shift to its end. */
    ForeignShift run() {
        double endS = mine.hours() * 3_600;
        for (double at = 0; at < endS; at += 60) {
            schedule(at, () -> dispatcher.minute(this));
        }
        for (int t = 0; t < trucks.length; t++) {
            int truck = t;
            trucks[t] = new Truck();
            trucks[t].place = mine.dumps().size();
            schedule(5 * t, () -> askUnit(truck));
        }
        for (ForeignMine.Breakdown down : mine.breakdowns()) {
            schedule(down.toS(), () -> loadNext(down.unit()));
        }
        while (!events.isEmpty() && events.peek().atS() <= endS) {
            Event next = events.poll();
            nowS = next.atS();
            next.what().run();
        }
        nowS = endS;
        for (int t = 0; t < trucks.length; t++) {
            book(t);
        }
        return this;
    }

    boolean isDown(int unit) {
        return mine.breakdowns().stream()
                .anyMatch(d -> d.unit() == unit && nowS >= d.fromS() && nowS < d.toS());
    }

    /** Tonnes dumped. */
    double tonnes() {
        double sum = 0;
        for (double t : faceT) {
            sum += t;
        }
        return sum;
    }

    /** The tonnes of the dig plan that are missing. */
    double missedT() {
        double sum = 0;
        for (int u = 0; u < faceT.length; u++) {
            sum += Math.max(0, mine.units().get(u).planT() - faceT[u]);
        }
        return sum;
    }

    /** A number around 1 that belongs to a truck, its trip and a purpose. */
    private double noise(int truck, int purpose) {
        long key = seed * 1_000_003 + truck * 10_007L + trucks[truck].trips * 31L + purpose;
        Random random = new Random(key * 0x9E3779B97F4A7C15L);
        random.nextLong();
        return Math.exp(SPREAD * random.nextGaussian() - SPREAD * SPREAD / 2);
    }

    private void schedule(double atS, Runnable what) {
        events.add(new Event(atS, order++, what));
    }

    private void begin(int t, Doing doing, double expectedS) {
        book(t);
        trucks[t].doing = doing;
        trucks[t].sinceS = nowS;
        trucks[t].expectedS = expectedS;
    }

    /** Books the litres of what the truck did until now. */
    private void book(int t) {
        Truck truck = trucks[t];
        double seconds = nowS - truck.sinceS;
        if (truck.doing == Doing.TO_UNIT || truck.doing == Doing.TO_DUMP) {
            litres += mine.litres(t, truck.doing == Doing.TO_DUMP, seconds);
        } else {
            litres += mine.kindOf(t).idleLph() * seconds / 3_600;
        }
        if (truck.doing == Doing.UNIT_QUEUE || truck.doing == Doing.DUMP_QUEUE) {
            queueS += seconds;
        }
    }

    private void askUnit(int t) {
        Truck truck = trucks[t];
        begin(t, Doing.WAITING, nowS);
        truck.unit = -1;
        truck.dump = -1;
        int unit = dispatcher.unit(this, t);
        if (unit < 0) {
            waits++;
            schedule(nowS + 60, () -> askUnit(t));
            return;
        }
        truck.unit = unit;
        double tableS = mine.emptyS()[mine.truckKinds().get(t)][truck.place][unit];
        begin(t, Doing.TO_UNIT, nowS + tableS);
        schedule(nowS + tableS * noise(t, 1), () -> arriveAtUnit(t));
    }

    private void arriveAtUnit(int t) {
        begin(t, Doing.UNIT_QUEUE, nowS);
        unitQueues[trucks[t].unit].add(t);
        loadNext(trucks[t].unit);
    }

    private void loadNext(int unit) {
        if (unitLoads[unit] >= 0 || unitQueues[unit].isEmpty() || isDown(unit)) {
            return;
        }
        int t = unitQueues[unit].poll();
        double tableS = mine.units().get(unit).loadS()[mine.truckKinds().get(t)];
        if (Double.isNaN(tableS)) {
            throw new IllegalStateException(
                    mine.kindOf(t).name() + " cannot be loaded by unit " + unit);
        }
        unitLoads[unit] = t;
        begin(t, Doing.LOADING, nowS + tableS);
        schedule(nowS + tableS * noise(t, 2), () -> leaveUnit(t));
    }

    private void leaveUnit(int t) {
        Truck truck = trucks[t];
        unitLoads[truck.unit] = -1;
        loadNext(truck.unit);
        onTheWayT[truck.unit] += mine.kindOf(t).payloadT();
        int dump = dispatcher.dump(this, t, truck.unit);
        truck.dump = dump;
        double tableS = mine.loadedS()[mine.truckKinds().get(t)][truck.unit][dump];
        begin(t, Doing.TO_DUMP, nowS + tableS);
        schedule(nowS + tableS * noise(t, 3), () -> arriveAtDump(t));
    }

    private void arriveAtDump(int t) {
        begin(t, Doing.DUMP_QUEUE, nowS);
        dumpQueues[trucks[t].dump].add(t);
        dumpNext(trucks[t].dump);
    }

    private void dumpNext(int dump) {
        while (dumpingNow[dump] < mine.dumps().get(dump).bays() && !dumpQueues[dump].isEmpty()) {
            int t = dumpQueues[dump].poll();
            dumpingNow[dump]++;
            double crushS = mine.kindOf(t).payloadT() / mine.dumps().get(dump).maxTph() * 3_600;
            double startS = Math.max(nowS, crusherFreeS[dump]);
            crusherFreeS[dump] = startS + crushS;
            begin(t, Doing.DUMPING, startS + DUMP_S);
            schedule(startS + DUMP_S * noise(t, 4), () -> leaveDump(t));
        }
    }

    private void leaveDump(int t) {
        Truck truck = trucks[t];
        dumpingNow[truck.dump]--;
        faceT[truck.unit] += mine.kindOf(t).payloadT();
        onTheWayT[truck.unit] -= mine.kindOf(t).payloadT();
        truck.place = truck.dump;
        truck.trips++;
        dumpNext(truck.dump);
        askUnit(t);
    }
}
