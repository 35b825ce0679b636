package io.fueloptimine.jobs.evaluation.run;

import io.fueloptimine.jobs.evaluation.scenario.EvaluationScenario;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.LongStream;

/**
 * All runs of an evaluation.
 *
 * @param seeds number of seeds of each scenario
 * @param firstSeed the first seed
 * @param length simulated time of each run; empty for that of the scenario
 * @param sampling time between two telemetry messages of a machine; empty for that of the scenario
 */
public record Evaluation(
        RunSettings settings,
        List<EvaluationScenario> scenarios,
        int seeds,
        long firstSeed,
        Optional<Duration> length,
        Optional<Duration> sampling) {

    /** The memory of one run of the jobs grows with its sites and its length. */
    private static final double MAX_SITE_HOURS = 200;

    /**
     * Runs everything. The runs of a scenario are made in parts of several seeds.
     *
     * @param progress receives the share that is done, 0 to 1
     * @param part receives the results of all parts so far, after each part
     * @return one result per scenario and seed
     */
    public List<SiteResult> results(DoubleConsumer progress, Consumer<List<SiteResult>> part)
            throws Exception {
        List<SiteResult> results = new ArrayList<>();
        double allHours = scenarios.stream().mapToDouble(this::siteHours).sum();
        double doneHours = 0;
        for (EvaluationScenario scenario : scenarios) {
            for (List<Long> ofPart : parts(scenario)) {
                double before = doneHours / allHours;
                double hours = hours(scenario) * ofPart.size();
                Steps steps =
                        new Steps(
                                share -> progress.accept(before + share * hours / allHours),
                                length(scenario));
                results.addAll(
                        new ScenarioRun(
                                        settings,
                                        scenario,
                                        length(scenario),
                                        sampling(scenario),
                                        ofPart)
                                .results(steps::reached));
                doneHours += hours;
                part.accept(List.copyOf(results));
            }
        }
        progress.accept(1);
        return results;
    }

    /** The simulated time of a scenario. */
    public Duration length(EvaluationScenario scenario) {
        return length.filter(given -> given.compareTo(scenario.length()) < 0)
                .orElse(scenario.length());
    }

    /** The time between two telemetry messages of a machine in a scenario. */
    public Duration sampling(EvaluationScenario scenario) {
        return sampling.orElse(scenario.sampling());
    }

    private double hours(EvaluationScenario scenario) {
        return length(scenario).toMinutes() / 60.0;
    }

    private double siteHours(EvaluationScenario scenario) {
        return hours(scenario) * Math.min(seeds, scenario.maxSeeds());
    }

    private List<List<Long>> parts(EvaluationScenario scenario) {
        int size = Math.max(1, (int) (MAX_SITE_HOURS / hours(scenario)));
        List<Long> all =
                LongStream.range(firstSeed, firstSeed + Math.min(seeds, scenario.maxSeeds()))
                        .boxed()
                        .toList();
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }

    /** Turns the simulated times of two jobs, one after the other, into a share. */
    private static final class Steps {

        private static final int JOBS = 2;

        private final DoubleConsumer share;
        private final Duration length;
        private double jobsDone;
        private double last;

        Steps(DoubleConsumer share, Duration length) {
            this.share = share;
            this.length = length;
        }

        void reached(Instant now) {
            double done =
                    (double) Duration.between(PitSettings.DEFAULT_START, now).toSeconds()
                            / length.toSeconds();
            if (done < last) {
                jobsDone++;
            }
            last = done;
            share.accept((jobsDone + done) / JOBS);
        }
    }
}
