package io.fueloptimine.jobs.local.cli;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.TrainingJob;
import io.fueloptimine.jobs.training.TrainingRequest;
import io.fueloptimine.jobs.training.TrainingResult;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fuel train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the fuel model on simulated history and registers it as the next version; it"
                    + " becomes champion if it beats the present one.",
            "The same mine, seed and hours give the same model, byte for byte."
        })
final class TrainCommand implements Callable<Integer> {

    @Option(
            names = "--mine",
            paramLabel = "FILE",
            description = "The mine (default: deploy/local/mines/andes.yaml).")
    private Path mine;

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description = "Where the model goes (default: the shipped registry, models/registry).")
    private Path registry;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "48",
            description = "Hours of history, mine time (default: ${DEFAULT-VALUE}).")
    private long hours;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Seed of history and training (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Require.that(spec, hours >= 1, "--hours", hours, "1 or more");
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("train"));
        PrintWriter out = spec.commandLine().getOut();
        TrainingRequest request =
                new TrainingRequest(
                        mine == null ? home.mine() : mine,
                        registry == null ? home.registry() : registry,
                        seed,
                        Duration.ofHours(hours));
        TrainingResult result = new TrainingJob(new StepLines(out)).run(request);
        print(out, result);
        return 0;
    }

    private static void print(PrintWriter out, TrainingResult result) {
        out.printf(
                Locale.ROOT,
                "%s version %d: %,d windows of %d machines, %d trees%n",
                result.metadata().name(),
                result.metadata().version(),
                result.metadata().data().rows(),
                result.metadata().data().machines(),
                result.metadata().trees());
        out.printf("%-18s %8s %8s %8s %8s %8s%n", "", "MAE L", "RMSE L", "R2", "MAPE %", "bias L");
        for (Map.Entry<String, ModelMetrics> entry : result.metadata().metrics().entrySet()) {
            print(out, entry.getKey(), entry.getValue());
        }
        if (result.previousMetrics() != null) {
            print(out, "champion " + result.previousChampion(), result.previousMetrics());
        }
        out.printf(
                "Identical in plain Java and XGBoost on %,d rows%n",
                result.metadata().parity().rows());
        out.println(
                result.promoted()
                        ? "Promoted: it is the champion now"
                        : "Not promoted: it does not beat version " + result.previousChampion());
        out.flush();
    }

    private static void print(PrintWriter out, String name, ModelMetrics metrics) {
        out.printf(
                Locale.ROOT,
                "%-18s %8.3f %8.3f %8.4f %8.2f %8.3f%n",
                name,
                metrics.maeL(),
                metrics.rmseL(),
                metrics.r2(),
                metrics.mapePct(),
                metrics.biasL());
    }
}
