package io.fueloptimine.jobs.evaluation.run;

import io.fueloptimine.jobs.evaluation.baseline.AlwaysFire;
import io.fueloptimine.jobs.evaluation.baseline.FixedThresholds;
import io.fueloptimine.jobs.evaluation.match.AlarmMatching;
import io.fueloptimine.jobs.evaluation.match.RaisedAlarm;
import io.fueloptimine.jobs.evaluation.scenario.EvaluationScenario;
import io.fueloptimine.jobs.evaluation.scenario.InjectedRun;
import io.fueloptimine.jobs.evaluation.stream.SimulatedReadings;
import io.fueloptimine.jobs.evaluation.truth.NaturalConditions;
import io.fueloptimine.jobs.evaluation.truth.TrueLoads;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.site.AuxMachine;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One scenario with several seeds: each seed is a site, and one run of the jobs serves all sites,
 * as one installation serves several mines. Immutable.
 */
final class ScenarioRun {

    private final RunSettings settings;
    private final EvaluationScenario scenario;
    private final Duration length;
    private final Duration sampling;
    private final List<InjectedRun> runs;

    ScenarioRun(
            RunSettings settings,
            EvaluationScenario scenario,
            Duration length,
            Duration sampling,
            List<Long> seeds) {
        this.settings = settings;
        this.scenario = scenario;
        this.length = length;
        this.sampling = sampling;
        runs = seeds.stream().map(seed -> scenario.run(settings.mine(), seed)).toList();
    }

    /**
     * Runs both jobs.
     *
     * @param progress receives the simulated time of each second, twice: once for each job
     * @return one result per seed
     */
    List<SiteResult> results(Consumer<Instant> progress) throws Exception {
        MineSites mines =
                MineSites.of(runs.stream().map(InjectedRun::mine).toArray(MineSite[]::new));
        JobGraphs jobs = new JobGraphs(mines, settings);
        TrueLoads loads = new TrueLoads(mines, settings.steps().alarms());
        NaturalConditions natural = new NaturalConditions(mines, loads);
        FixedThresholds thresholds = new FixedThresholds(mines);
        SimulatedReadings readings =
                new SimulatedReadings(runs, length, sampling, loads::add, progress);
        JobRecords records =
                jobs.fuel(
                        new Observed(
                                readings,
                                reading -> {
                                    natural.observe(reading);
                                    thresholds.check(reading);
                                }));
        records.scores().forEach(thresholds::check);
        List<Alert> alerts =
                jobs.alarms(
                        new SimulatedReadings(runs, length, sampling, (site, load) -> {}, progress),
                        records);
        List<RaisedAlarm> raised = raised(alerts);
        return runs.stream()
                .map(
                        run ->
                                result(
                                        run,
                                        readings,
                                        natural,
                                        Map.of(
                                                Detector.JOBS,
                                                raised,
                                                Detector.FIXED_THRESHOLDS,
                                                thresholds.alarms(),
                                                Detector.ALWAYS,
                                                always(run.mine()))))
                .toList();
    }

    /** The first record of each alarm: an alarm is written again when it changes or is cleared. */
    private static List<RaisedAlarm> raised(List<Alert> alerts) {
        Map<String, RaisedAlarm> byId = new LinkedHashMap<>();
        alerts.forEach(alert -> byId.putIfAbsent(alert.alertId(), RaisedAlarm.of(alert)));
        return List.copyOf(byId.values());
    }

    private List<RaisedAlarm> always(MineSite mine) {
        Instant start = PitSettings.DEFAULT_START;
        return AlwaysFire.alarms(mine.site(), machines(mine), start, start.plus(length));
    }

    private SiteResult result(
            InjectedRun run,
            SimulatedReadings readings,
            NaturalConditions natural,
            Map<Detector, List<RaisedAlarm>> alarms) {
        String site = run.mine().site();
        Map<Detector, AlarmMatching> byDetector = new LinkedHashMap<>();
        alarms.forEach(
                (detector, all) ->
                        byDetector.put(
                                detector,
                                new AlarmMatching(
                                        readings.faults(site),
                                        all.stream()
                                                .filter(alarm -> alarm.site().equals(site))
                                                .toList(),
                                        alarm ->
                                                natural.explain(
                                                        alarm.type(),
                                                        site,
                                                        alarm.machineId(),
                                                        alarm.raisedAt()))));
        double days = length.toSeconds() / 86_400.0;
        return new SiteResult(scenario, run.seed(), days * machines(run.mine()).size(), byDetector);
    }

    private static Set<String> machines(MineSite mine) {
        Set<String> ids = new TreeSet<>();
        Stream.of(
                        mine.trucks().stream().map(Truck::id),
                        mine.loadingUnits().stream().map(LoadingUnit::id),
                        mine.auxMachines().stream().map(AuxMachine::id))
                .flatMap(all -> all)
                .forEach(ids::add);
        return ids;
    }
}
