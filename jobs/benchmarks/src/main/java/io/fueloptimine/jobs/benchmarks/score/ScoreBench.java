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
 * Measures the speed of the Java scorer, compared with XGBoost's native code. The benchmark runs
 * {@link ScoreBenchmark} on a forest of full trees, with a separate JVM for each method.
 */
final class ScoreBench {

    private static final int TRAINING_ROWS = 20_000;
    private static final long SEED = 1;

    /**
     * The settings of the benchmark.
     *
     * @param trees the number of trees
     * @param depth the depth of each tree
     * @param forks number of JVMs per method
     * @param iterations number of measured iterations per JVM; half this number of warm-up
     *     iterations precede them
     * @param iterationTime the duration of one iteration
     */
    record Settings(int trees, int depth, int forks, int iterations, TimeValue iterationTime) {}

    private final Settings settings;
    private final Consumer<String> progress;

    /**
     * @param progress receives each line of progress
     */
    ScoreBench(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Runs the benchmark.
     *
     * @throws RunnerException if the two scorers give different results, or JMH fails
     */
    ScoreReport run() throws IOException, RunnerException {
        progress.accept("Training " + settings.trees() + " trees of depth " + settings.depth());
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
                .train(RandomRows.table(TRAINING_ROWS, SEED), Objective.EXPECTED, settings.trees());
    }

    private Map<String, Double> measure(Path forest) throws RunnerException {
        Map<String, Double> nsPerRow = new TreeMap<>();
        for (String method : ScoreReport.METHODS) {
            progress.accept("Measuring " + method);
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
