package io.fueloptimine.jobs.cli.rules;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaPublisher;
import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel rules publish}. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a suite and publishes it to the running jobs, which then use it and write a"
                    + " record of it to fuel.quality, with the rule suite.",
            "Exit code 0 only if Kafka has accepted it."
        })
final class PublishRulesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The suite file.")
    private Path file;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "Kafka's brokers (default: ${DEFAULT-VALUE}, a running fuel local).")
    private String kafka;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        LogFolder.use(FuelHome.find().data("rules"));
        SuiteFile suiteFile = new SuiteFile(file);
        Optional<ValidationSuite> suite = suiteFile.check(spec.commandLine().getErr());
        if (suite.isEmpty()) {
            return ExitCodes.WRONG_INPUT;
        }
        SuiteUpdate update = new SuiteUpdate(suiteFile.text(), Clock.systemUTC().instant());
        new KafkaPublisher(KafkaConnection.of(kafka))
                .publish(Topics.QUALITY_SUITES, SuiteUpdate.KEY, update);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Suite %s (%d rules, digest %s) is published on %s.%n",
                suite.get().name(),
                suite.get().rules().size(),
                suite.get().digest(),
                kafka);
        out.flush();
        return 0;
    }
}
