package io.fueloptimine.jobs.cli.rules;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.quality.greatexpectations.GreatExpectations;
import io.fueloptimine.models.quality.greatexpectations.ImportSettings;
import io.fueloptimine.models.quality.greatexpectations.ImportedSuite;
import io.fueloptimine.models.quality.suite.RuleAction;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel rules import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Converts a suite that Great Expectations saved as JSON into a suite file, and prints it"
                    + " to standard output.",
            "Expectations that cannot be converted are listed with the reason; the exit code is"
                    + " then 1."
        })
final class ImportRulesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "GX.json", description = "The suite of Great Expectations.")
    private Path file;

    @Option(
            names = "--stream",
            paramLabel = "NAME",
            defaultValue = "telemetry",
            description = "The stream whose readings are the rows (default: ${DEFAULT-VALUE}).")
    private String stream;

    @Option(
            names = "--action",
            paramLabel = "NAME",
            defaultValue = "flag",
            description = "Action on a violation, flag or reject (default: ${DEFAULT-VALUE}).")
    private String action;

    @Option(
            names = "--window-s",
            paramLabel = "S",
            defaultValue = "3600",
            description = "Window that replaces a batch, in seconds (default: ${DEFAULT-VALUE}).")
    private int windowS;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        ImportSettings settings = settings();
        byte[] json = new SuiteFile(file).text().getBytes(StandardCharsets.UTF_8);
        PrintWriter err = spec.commandLine().getErr();
        ImportedSuite imported;
        try {
            imported = GreatExpectations.read(json, file.toString(), settings);
        } catch (InvalidInputException e) {
            err.println("fuel: " + e.getMessage());
            return ExitCodes.WRONG_INPUT;
        }
        spec.commandLine().getOut().print(imported.yaml());
        spec.commandLine().getOut().flush();
        imported.remarks().forEach(remark -> err.println("Note: " + remark));
        imported.skipped().forEach(fault -> err.println("Not imported: " + fault));
        err.printf(
                Locale.ROOT,
                "%d expectations imported, %d not.%n",
                imported.rules(),
                imported.skipped().size());
        return imported.skipped().isEmpty() ? 0 : ExitCodes.WRONG_RESULT;
    }

    private ImportSettings settings() {
        ReadingStream rows =
                ReadingStream.fromTopicName(stream)
                        .orElseThrow(
                                () ->
                                        new ParameterException(
                                                spec.commandLine(),
                                                "Invalid value for option '--stream': "
                                                        + stream
                                                        + ", expected telemetry, state, note,"
                                                        + " refuel, reply or cycle"));
        boolean known = action.equals("flag") || action.equals("reject");
        Require.that(spec, known, "--action", action, "flag or reject");
        Require.that(spec, windowS >= 1, "--window-s", windowS, "1 or more");
        return new ImportSettings(
                rows, RuleAction.valueOf(action.toUpperCase(Locale.ROOT)), windowS);
    }
}
