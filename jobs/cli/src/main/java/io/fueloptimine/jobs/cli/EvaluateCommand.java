package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.RefuelTraining;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fuel evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the model of litres between refuellings on one mine's records and judges it on"
                    + " another's, beside the baselines.",
            "Both folders have the same format."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--fms",
            paramLabel = "DIR",
            required = true,
            description = "The folder whose refuellings are the truth.")
    private Path fleet;

    @Option(
            names = "--trained-on",
            paramLabel = "DIR",
            required = true,
            description = "The folder to learn from.")
    private Path trainedOn;

    @Mixin private MappingOption mapping;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        LogFolder.use(FuelHome.find().data("train"));
        PrintWriter out = spec.commandLine().getOut();
        RefuelTraining training = new RefuelTraining(mapping.read());
        out.print(RefuelText.evaluation(training.evaluate(fleet, trainedOn)));
        out.flush();
        return 0;
    }
}
