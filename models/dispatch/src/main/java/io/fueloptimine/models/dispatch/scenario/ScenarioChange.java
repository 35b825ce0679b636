package io.fueloptimine.models.dispatch.scenario;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The changes of which a scenario consists.
 *
 * <table>
 * <caption>Changes</caption>
 * <tr><td>{@code diesel-price=+10%}</td><td>price of diesel; also {@code 1.20/L}</td></tr>
 * <tr><td>{@code down=SH01}</td><td>a truck, loading unit, crusher or dump is down</td></tr>
 * <tr><td>{@code out=785D}</td><td>all trucks of a class are out of service</td></tr>
 * <tr><td>{@code trucks=-2}</td><td>fewer trucks, or of one class {@code trucks=793F:-2}; more with
 * {@code trucks=793F:+2}</td></tr>
 * <tr><td>{@code close=RAMP-WEST-1}</td><td>a road is closed</td></tr>
 * <tr><td>{@code wet=1.5}</td><td>points of rolling resistance more on all roads</td></tr>
 * <tr><td>{@code road=RAMP-WEST-1:+2}</td><td>points of rolling resistance more on one road</td></tr>
 * <tr><td>{@code target=FACE-1:+10%}</td><td>tonnes of a face, of ORE or of WASTE, or all; also
 * {@code target=FACE-1:20000} in t per shift</td></tr>
 * <tr><td>{@code payload=+2%}</td><td>payload of all trucks, or of one class {@code
 * payload=793F:+2%}</td></tr>
 * </table>
 */
public final class ScenarioChange {

    private static final List<String> NAMES =
            List.of(
                    "diesel-price",
                    "down",
                    "out",
                    "trucks",
                    "close",
                    "wet",
                    "road",
                    "target",
                    "payload");

    private ScenarioChange() {}

    /**
     * Applies one change.
     *
     * @throws InvalidInputException if the change is wrong
     */
    static PlanCase apply(String change, PlanCase base) {
        int end = change.indexOf('=');
        if (end < 1 || end == change.length() - 1) {
            throw new InvalidInputException(
                    "'"
                            + change
                            + "' is no change, expected NAME=VALUE with NAME one of "
                            + String.join(", ", NAMES));
        }
        String value = change.substring(end + 1);
        return switch (change.substring(0, end)) {
            case "diesel-price" -> dieselPrice(value, base);
            case "down" -> base.withDown(known(value, KnownIds.machines(base.mine())));
            case "out" -> out(value, base);
            case "trucks" -> trucks(value, base);
            case "close" -> base.withClosed(known(value, roads(base.mine())));
            case "wet" -> base.withMoreResistance(points(value));
            case "road" -> road(value, base);
            case "target" -> base.with(ScenarioTargets.changed(value, base.mine()));
            case "payload" -> payload(value, base);
            default ->
                    throw new InvalidInputException(
                            change.substring(0, end)
                                    + " is unknown, expected "
                                    + KnownIds.oneOf(change.substring(0, end), NAMES));
        };
    }

    private static PlanCase dieselPrice(String value, PlanCase base) {
        if (Amounts.isPercent(value)) {
            return base.with(base.price().times(Amounts.factor(value)));
        }
        return DieselPrice.parse(value)
                .map(base::with)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        value
                                                + ", expected a change such as +10% or "
                                                + DieselPrice.EXPECTED));
    }

    private static PlanCase out(String value, PlanCase base) {
        String className = known(value, classes(base.mine()));
        PlanCase changed = base;
        for (Truck truck : base.mine().trucks()) {
            if (truck.className().equals(className)) {
                changed = changed.withDown(truck.id());
            }
        }
        return changed;
    }

    private static PlanCase trucks(String value, PlanCase base) {
        String[] parts = value.split(":", -1);
        String className = parts.length == 2 ? known(parts[0], classes(base.mine())) : null;
        int change = Amounts.signedCount(parts[parts.length - 1]);
        if (change > 0) {
            if (className == null) {
                throw new InvalidInputException(
                        value
                                + ", expected the class of more trucks such as "
                                + classes(base.mine()).get(0)
                                + ":+2");
            }
            return base.with(withMoreTrucks(base.mine(), className, change));
        }
        List<Truck> available = new ArrayList<>();
        for (Truck truck : base.mine().trucks()) {
            boolean counts = className == null || truck.className().equals(className);
            if (counts && base.isAvailable(truck.id())) {
                available.add(truck);
            }
        }
        if (-change > available.size()) {
            throw new InvalidInputException(
                    value + ", expected at most " + available.size() + " trucks fewer");
        }
        Collections.reverse(available);
        PlanCase changed = base;
        for (Truck truck : available.subList(0, -change)) {
            changed = changed.withDown(truck.id());
        }
        return changed;
    }

    /** More trucks like the first one of the class. */
    private static MineSite withMoreTrucks(MineSite mine, String className, int more) {
        List<Truck> trucks = new ArrayList<>(mine.trucks());
        Truck like =
                mine.trucks().stream()
                        .filter(truck -> truck.className().equals(className))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                className + ", expected a class with trucks"));
        for (int i = 1; i <= more; i++) {
            trucks.add(
                    new Truck(
                            className + "-MORE-" + i,
                            className,
                            like.pairedLoadingUnitId(),
                            like.pairedDumpId()));
        }
        return new MineSite(
                mine.site(),
                mine.digPlan(),
                mine.locations(),
                mine.roads(),
                mine.truckClasses(),
                trucks,
                mine.loadingUnits(),
                mine.dumps(),
                mine.auxMachines(),
                mine.edgeNodes());
    }

    private static PlanCase road(String value, PlanCase base) {
        String[] parts = value.split(":", -1);
        if (parts.length != 2) {
            throw new InvalidInputException(value + ", expected ROAD:POINTS such as R1:+2");
        }
        String roadId = known(parts[0], roads(base.mine()));
        double points = points(parts[1]);
        List<RoadSegment> roads =
                base.mine().roads().stream()
                        .map(
                                road ->
                                        road.id().equals(roadId)
                                                ? new RoadSegment(
                                                        road.id(),
                                                        road.from(),
                                                        road.to(),
                                                        road.lengthM(),
                                                        road.speedLimitKph(),
                                                        road.rollingResistancePct() + points,
                                                        road.oneWay())
                                                : road)
                        .toList();
        MineSite mine = base.mine();
        return base.with(
                new MineSite(
                        mine.site(),
                        mine.digPlan(),
                        mine.locations(),
                        roads,
                        mine.truckClasses(),
                        mine.trucks(),
                        mine.loadingUnits(),
                        mine.dumps(),
                        mine.auxMachines(),
                        mine.edgeNodes()));
    }

    private static PlanCase payload(String value, PlanCase base) {
        String[] parts = value.split(":", -1);
        String className = parts.length == 2 ? known(parts[0], classes(base.mine())) : null;
        double factor = Amounts.factor(parts[parts.length - 1]);
        MineSite mine = base.mine();
        List<TruckClass> changed =
                mine.truckClasses().stream()
                        .map(
                                c ->
                                        className == null || c.name().equals(className)
                                                ? new TruckClass(
                                                        c.name(),
                                                        c.payloadT() * factor,
                                                        c.emptyMassT(),
                                                        c.ratedPowerKw(),
                                                        c.tankL(),
                                                        c.idleLph())
                                                : c)
                        .toList();
        return base.with(
                new MineSite(
                        mine.site(),
                        mine.digPlan(),
                        mine.locations(),
                        mine.roads(),
                        changed,
                        mine.trucks(),
                        mine.loadingUnits(),
                        mine.dumps(),
                        mine.auxMachines(),
                        mine.edgeNodes()));
    }

    private static double points(String value) {
        double points = Amounts.number(value, "points of rolling resistance such as 1.5");
        if (points < 0 || points > 20) {
            throw new InvalidInputException(value + ", expected 0 to 20 points");
        }
        return points;
    }

    static String known(String id, Collection<String> known) {
        if (!known.contains(id)) {
            throw new InvalidInputException(
                    id + " is unknown, expected " + KnownIds.oneOf(id, known));
        }
        return id;
    }

    private static List<String> roads(MineSite mine) {
        return mine.roads().stream().map(RoadSegment::id).toList();
    }

    private static List<String> classes(MineSite mine) {
        return mine.truckClasses().stream().map(TruckClass::name).toList();
    }
}
