package io.fueloptimine.jobs.benchmarks.score;

import io.fueloptimine.models.training.boost.BoostSettings;
import io.fueloptimine.models.training.boost.Forest;
import io.fueloptimine.models.training.boost.ForestTrainer;
import io.fueloptimine.models.training.boost.Objective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How fast the plain Java scorer is, beside XGBoost's native code: {@link ScoreBenchmark} on a
 * forest of full trees, each of its methods in a JVM of its own.
 */
final class ScoreBench {

    private static final int TRAINING_ROWS = 20_000;
    private static final long SEED = 1;

    /**
     * What to do.
     *
     * @param trees of the forest
     * @param depth of each tree
     * @param forks JVMs a method
     * @param iterations of a JVM, and half as many to warm it up
     * @param iterationTime of one iteration
     */
    record Settings(int trees, int depth, int forks, int iterations, TimeValue iterationTime) {}

    private final Settings settings;
    private final Consumer<String> say;

    /**
     * @param say takes each line for the person who watches
     */
    ScoreBench(Settings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
    }

    /**
     * Runs to the end.
     *
     * @throws RunnerException when the two do not give the same answers, or JMH cannot run
     */
    ScoreReport run() throws IOException, RunnerException {
        say.accept("Growing " + settings.trees() + " trees of depth " + settings.depth());
        Path file = Files.createTempFile("forest", ".json");
        try {
            Files.write(file, forest().json());
            return new ScoreReport(settings.trees(), settings.depth(), measure(file));
        } finally {
            Files.delete(file);
        }
    }

    private Forest forest() {
        BoostSettings boost = new BoostSettings(SEED, settings.trees(), settings.depth(), 0.1, 1);
        return new ForestTrainer(boost, Set.of())
                .train(MadeUpRows.table(TRAINING_ROWS, SEED), Objective.EXPECTED, settings.trees());
    }

    private Map<String, Double> measure(Path forest) throws RunnerException {
        Map<String, Double> nsPerRow = new TreeMap<>();
        for (String method : ScoreReport.METHODS) {
            say.accept("Measuring " + method);
            Collection<RunResult> results =
                    new Runner(
                                    new OptionsBuilder()
                                            .include(
                                                    ScoreBenchmark.class.getName()
                                                            + "."
                                                            + method
                                                            + "$")
                                            .param("forest", forest.toString())
                                            .forks(settings.forks())
                                            .warmupIterations((settings.iterations() + 1) / 2)
                                            .warmupTime(settings.iterationTime())
                                            .measurementIterations(settings.iterations())
                                            .measurementTime(settings.iterationTime())
                                            .shouldFailOnError(true)
                                            .verbosity(VerboseMode.SILENT)
                                            .build())
                            .run();
            nsPerRow.put(method, results.iterator().next().getPrimaryResult().getScore());
        }
        return nsPerRow;
    }
}
