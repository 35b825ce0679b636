package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The work of a session: the dig plan, the tonnes moved since it was given, and the rule and prices
 * by which trips are chosen. Not thread-safe.
 */
final class SessionWork {

    /** Prices are computed again after this time, s. */
    private static final long RENEWED_S = 600;

    private static final double SECONDS_PER_HOUR = 3_600;

    /** Chosen: the share of its time that a loading unit or dump can be used. */
    private static final double UTILISATION = 0.97;

    private static final double LEAST_HOURS = 0.25;

    private final HaulTables tables;
    private final Map<String, Truck> trucks = new LinkedHashMap<>();
    private final Map<String, Double> movedT = new HashMap<>();
    private final double[] loadedT;
    private DigPlan digPlan = DigPlan.of();
    private Instant plannedAt;
    private Instant pricedAt;
    private int pricedTrucks;
    private int ruledTrucks;
    private Set<Integer> down = Set.of();
    private TripRule rule;
    private HaulPrices prices;

    SessionWork(HaulTables tables) {
        this.tables = tables;
        this.loadedT = new double[tables.units.size()];
    }

    /** Takes the trucks and the dig plan of a plan request; its tonnes are those left at a time. */
    void planned(List<Truck> planTrucks, DigPlan left, Instant at) {
        trucks.clear();
        planTrucks.forEach(truck -> trucks.put(truck.id(), truck));
        if (plannedAt == null) {
            rule = null;
        }
        digPlan = left;
        plannedAt = at;
        movedT.clear();
        prices = null;
    }

    boolean hasPlan() {
        return plannedAt != null;
    }

    /** Counts a load. */
    void loaded(int unit, double tonnes) {
        movedT.merge(tables.units.get(unit).faceId(), tonnes, Double::sum);
        loadedT[unit] += tonnes;
    }

    Optional<Truck> truck(String id) {
        return Optional.ofNullable(trucks.get(id));
    }

    /** The choice of a truck's next trip. */
    NextTrip next(Outlook outlook, int truckClass) {
        double[] leftT = new double[loadedT.length];
        for (int u = 0; u < leftT.length; u++) {
            String face = tables.units.get(u).faceId();
            leftT[u] =
                    digPlan.face(face).map(FaceTarget::shiftTonnes).orElse(0.0)
                            - movedT.getOrDefault(face, 0.0);
        }
        Tonnes tonnes = new Tonnes(loadedT, leftT);
        return new NextTrip(tables, rule, prices, tonnes, outlook, this::allows, truckClass);
    }

    private boolean allows(int unit, int dump) {
        return digPlan.face(tables.units.get(unit).faceId())
                .map(face -> face.allows(tables.dumps.get(dump)))
                .orElse(true);
    }

    /**
     * Computes the prices again when they are old, and chooses the rule again when trucks or
     * loading units have come or gone.
     *
     * @param boundT tonnes of the trucks that drive or wait to be loaded, by unit
     * @param dumpS mean time at a dump, s
     */
    void update(Truck asking, Set<Integer> downUnits, double[] boundT, double dumpS, Instant now) {
        trucks.put(asking.id(), asking);
        boolean grown = trucks.size() > pricedTrucks * 1.1;
        boolean changed = trucks.size() > ruledTrucks * 1.5 || !down.equals(downUnits);
        boolean old =
                prices == null
                        || grown
                        || changed
                        || Math.abs(Duration.between(pricedAt, now).toSeconds()) >= RENEWED_S;
        if (old) {
            down = Set.copyOf(downUnits);
            pricedTrucks = trucks.size();
            pricedAt = now;
            if (prices == null || grown || changed) {
                Arrays.fill(loadedT, 0);
            }
            RateWishes wishes = wishes(boundT, dumpS, now);
            if (rule == null || changed) {
                ruledTrucks = trucks.size();
                rule = new RuleChoice(tables, wishes, this::allows).best();
            }
            prices =
                    rule.byTime()
                            ? HaulPrices.zero(
                                    tables.classes.size(), loadedT.length, tables.dumps.size())
                            : HaulPrices.solve(tables, wishes, rule.worth());
        }
    }

    private RateWishes wishes(double[] boundT, double dumpS, Instant now) {
        double[] counts = new double[tables.classes.size()];
        trucks.values().forEach(truck -> counts[tables.classOf(truck.className())]++);
        double passedH =
                plannedAt == null
                        ? 0
                        : Math.max(0, Duration.between(plannedAt, now).toSeconds())
                                / SECONDS_PER_HOUR;
        double hoursLeft = digPlan.shiftHours() - passedH;
        Map<String, Double> wants = new LinkedHashMap<>();
        Map<String, Integer> priorities = new HashMap<>();
        Map<Integer, List<Integer>> destinations = new HashMap<>();
        for (FaceTarget face : digPlan.faces()) {
            double leftT = face.shiftTonnes() - movedT.getOrDefault(face.faceId(), 0.0);
            for (int u = 0; u < boundT.length; u++) {
                if (tables.units.get(u).faceId().equals(face.faceId())) {
                    leftT -= boundT[u];
                    if (!face.destinations().isEmpty()) {
                        destinations.put(u, numbers(face.destinations()));
                    }
                }
            }
            if (leftT > 0 && hoursLeft > 0) {
                wants.put(face.faceId(), leftT / Math.max(LEAST_HOURS, hoursLeft));
                priorities.put(face.faceId(), face.priority());
            }
        }
        return new RateWishes(counts, down, wants, priorities, destinations, UTILISATION, dumpS);
    }

    private List<Integer> numbers(List<String> places) {
        List<Integer> numbers = new ArrayList<>();
        List<DumpPoint> dumps = tables.dumps;
        for (int d = 0; d < dumps.size(); d++) {
            if (places.contains(dumps.get(d).locationId())) {
                numbers.add(d);
            }
        }
        return numbers;
    }
}
