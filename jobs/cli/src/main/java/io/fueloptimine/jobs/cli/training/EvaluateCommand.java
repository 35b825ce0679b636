package io.fueloptimine.jobs.cli.training;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MappingOption;
import io.fueloptimine.jobs.cli.options.StartFaults;
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

/** The command {@code fuel evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the model of litres between refuellings on the records of one mine, and evaluates"
                    + " it and the baselines on those of another.",
            "Both folders must have the same format."
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--fms",
            paramLabel = "DIR",
            required = true,
            description = "The folder to evaluate on.")
    private Path fleet;

    @Option(
            names = "--trained-on",
            paramLabel = "DIR",
            required = true,
            description = "The folder to train on.")
    private Path trainedOn;

    @Mixin private MappingOption mapping;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        LogFolder.use(FuelHome.find().data("train"));
        StartFaults faults = new StartFaults();
        faults.requireFolder("--fms", fleet).requireFolder("--trained-on", trainedOn);
        faults.check(mapping::read);
        faults.requireNone();
        PrintWriter out = spec.commandLine().getOut();
        RefuelTraining training = new RefuelTraining(mapping.read());
        out.print(RefuelText.evaluation(training.evaluate(fleet, trainedOn)));
        out.flush();
        return 0;
    }
}
