package io.fueloptimine.jobs.evaluation.truth;

import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * What trucks really carried, without the errors of their scales: whether a loading unit has broken
 * the 10/10/20 policy in a shift. The policy counts plainly: a mean above the target, or more loads
 * above 110 % than tolerated, is a breach, whether or not chance explains it. Not thread-safe.
 */
public final class TrueLoads {

    private record Load(String site, String unitId, Instant dumpedAt, double share) {}

    private final MineSites mines;
    private final AlarmSettings settings;
    private final List<Load> loads = new ArrayList<>();

    /**
     * @param settings the target and the tolerated loads of the policy
     */
    public TrueLoads(MineSites mines, AlarmSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    /** Adds a load that was dumped. */
    public void add(String site, HauledLoad load) {
        mines.mine(site)
                .flatMap(
                        mine ->
                                mine.truck(load.truckId())
                                        .map(truck -> mine.truckClass(truck.className())))
                .ifPresent(
                        truckClass ->
                                loads.add(
                                        new Load(
                                                site,
                                                load.unitId(),
                                                Instant.ofEpochMilli(load.atMs()),
                                                load.tonnes() / truckClass.payloadT())));
    }

    /** Whether the loads of the unit's shift, dumped up to a time, were too heavy. */
    boolean areTooHeavy(String site, String unitId, Instant shiftAt, Instant until) {
        List<Load> shift = ofShift(site, unitId, shiftAt, until);
        return mean(shift) > settings.patterns().targetShare()
                || share(shift, load -> load > settings.overloadShare())
                        > settings.patterns().toleratedLoadShare();
    }

    /** Whether the loads of the unit's shift, dumped up to a time, were too light. */
    boolean areTooLight(String site, String unitId, Instant shiftAt, Instant until) {
        List<Load> shift = ofShift(site, unitId, shiftAt, until);
        return mean(shift) < settings.patterns().underloadMeanShare()
                || share(shift, load -> load < settings.patterns().underloadShare())
                        > settings.patterns().toleratedLoadShare();
    }

    private List<Load> ofShift(String site, String unitId, Instant shiftAt, Instant until) {
        Instant start =
                mines.mine(site).map(mine -> mine.digPlan().shiftStart(shiftAt)).orElse(shiftAt);
        return loads.stream()
                .filter(load -> load.site().equals(site) && load.unitId().equals(unitId))
                .filter(load -> !load.dumpedAt().isBefore(start) && !load.dumpedAt().isAfter(until))
                .toList();
    }

    /** The mean load / nominal payload; NaN, which is neither too much nor too little, for none. */
    private static double mean(List<Load> shift) {
        return shift.stream().mapToDouble(Load::share).average().orElse(Double.NaN);
    }

    private static double share(List<Load> shift, DoublePredicate counts) {
        return (double) shift.stream().filter(load -> counts.test(load.share())).count()
                / shift.size();
    }
}
