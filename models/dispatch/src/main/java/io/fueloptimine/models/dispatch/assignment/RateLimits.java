package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.RateAccount;
import io.fueloptimine.models.dispatch.fleet.RateAccount.Due;
import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether the highest rates that people require leave room for one more load: each face, material
 * and dump with such a rate has a {@link RateAccount}, and the loads under way count at the times
 * at which they are expected. A face whose dumps all have a highest rate counts on them together.
 * Without rates, everything is allowed. Used for a single decision.
 */
final class RateLimits {

    private final List<RateAccount> accounts;
    private final LoadsUnderWay underWay;
    private final WorkTargets targets;
    private final HaulCosts hauls;
    private final Instant at;
    private final Map<RateTarget, List<Due>> toLoad = new HashMap<>();
    private final Map<String, Optional<Dumps>> dumpsOf = new HashMap<>();

    /**
     * The dumps of a face together.
     *
     * @param account the sum of their accounts
     * @param due the loads on their way there
     * @param tripS time of the trip to the nearest one, s
     */
    private record Dumps(RateAccount account, List<Due> due, double tripS) {}

    /**
     * @param at time of the decision (UTC)
     */
    RateLimits(LoadsUnderWay underWay, WorkTargets targets, HaulCosts hauls, Instant at) {
        this.accounts = underWay.fleet().limits().accounts();
        this.underWay = underWay;
        this.targets = targets;
        this.hauls = hauls;
        this.at = at;
    }

    /** Whether people require a highest rate. */
    boolean apply() {
        return !accounts.isEmpty();
    }

    /**
     * Whether a truck may be loaded.
     *
     * @param inS time until the loading begins, s
     */
    boolean allowsLoad(LoadingUnit unit, TruckClass truckClass, double inS) {
        if (!apply()) {
            return true;
        }
        double loadT = truckClass.payloadT();
        for (RateAccount account : accounts) {
            if (account.rate().countsLoad(unit.faceId(), unit.material())
                    && !hasRoom(account, toLoad(account.rate()), new Due(inS, loadT))) {
                return false;
            }
        }
        Optional<Dumps> dumps = dumpsOf.computeIfAbsent(unit.id(), unused -> together(unit));
        return dumps.isEmpty()
                || hasRoom(
                        dumps.get().account(),
                        dumps.get().due(),
                        new Due(inS + dumps.get().tripS(), loadT));
    }

    /**
     * The dumps that have room for a load of a face; if none has, the one that has room first,
     * because a load that is on a truck must be dumped.
     */
    List<DumpPoint> withRoom(
            List<DumpPoint> dumps, String faceId, Material material, TruckClass truckClass) {
        if (!apply()) {
            return dumps;
        }
        List<DumpPoint> room = new ArrayList<>();
        for (DumpPoint dump : dumps) {
            List<Due> due = underWay.toDump(Set.of(dump.locationId()));
            Due own = new Due(tripS(truckClass, faceId, dump), truckClass.payloadT());
            if (of(dump, material).allMatch(account -> hasRoom(account, due, own))) {
                room.add(dump);
            }
        }
        return room.isEmpty()
                ? dumps.stream()
                        .min(Comparator.comparingDouble(dump -> owedHours(dump, material)))
                        .stream()
                        .toList()
                : room;
    }

    private double owedHours(DumpPoint dump, Material material) {
        return of(dump, material)
                .mapToDouble(one -> (1 - one.creditAt(at)) / Math.max(1e-6, one.rate().maxTph()))
                .max()
                .orElse(0);
    }

    private Stream<RateAccount> of(DumpPoint dump, Material material) {
        return accounts.stream()
                .filter(one -> one.rate().countsDumped(dump.locationId(), material));
    }

    private boolean hasRoom(RateAccount account, List<Due> others, Due own) {
        List<Due> due = new ArrayList<>(others);
        due.add(own);
        due.sort(Comparator.comparingDouble(Due::inS));
        return account.hasRoom(at, due, own);
    }

    private List<Due> toLoad(RateTarget rate) {
        return toLoad.computeIfAbsent(
                rate,
                unused -> underWay.toLoad(unit -> rate.countsLoad(unit.faceId(), unit.material())));
    }

    /** The dumps of a loading unit; empty when one of them has no highest rate. */
    private Optional<Dumps> together(LoadingUnit unit) {
        Set<String> ids = new TreeSet<>();
        double maxTph = 0;
        double creditT = 0;
        for (DumpPoint dump : dumps(unit)) {
            Optional<RateAccount> account = of(dump, unit.material()).min(this::byRate);
            if (account.isEmpty()) {
                return Optional.empty();
            }
            ids.add(dump.locationId());
            maxTph += account.get().rate().maxTph();
            creditT += account.get().creditAt(at);
        }
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        List<Due> due = new ArrayList<>(underWay.toDump(ids));
        due.addAll(underWay.toArrive(other -> leadsTo(other, ids), this::shortestS));
        RateTarget all = new RateTarget(null, String.join("+", ids), null, null, maxTph, null);
        return Optional.of(new Dumps(new RateAccount(all, at, creditT), due, shortestS(unit)));
    }

    /** A dump may have a rate for all materials and one for this material: the lower one counts. */
    private int byRate(RateAccount one, RateAccount other) {
        int byRate = Double.compare(one.rate().maxTph(), other.rate().maxTph());
        return byRate != 0 ? byRate : Double.compare(one.creditAt(at), other.creditAt(at));
    }

    private boolean leadsTo(LoadingUnit unit, Set<String> dumpIds) {
        return dumps(unit).stream().anyMatch(dump -> dumpIds.contains(dump.locationId()));
    }

    private List<DumpPoint> dumps(LoadingUnit unit) {
        return underWay.mine().dumps().stream()
                .filter(dump -> dump.accepts(unit.material()))
                .filter(dump -> underWay.fleet().isUp(dump.locationId()))
                .filter(dump -> targets.allows(unit.faceId(), dump))
                .filter(dump -> targets.work().open(dump.locationId(), unit.material()))
                .toList();
    }

    private double shortestS(LoadingUnit unit) {
        TruckClass truckClass = underWay.mine().truckClasses().get(0);
        return dumps(unit).stream()
                .mapToDouble(dump -> tripS(truckClass, unit.faceId(), dump))
                .min()
                .orElse(0);
    }

    private double tripS(TruckClass truckClass, String faceId, DumpPoint dump) {
        return hauls.trip(truckClass, true, faceId, dump.locationId())
                .map(TripCost::seconds)
                .orElse(0.0);
    }
}
