package io.fueloptimine.jobs.cli.rules;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel rules check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads a suite as the jobs do, and prints all faults. Exit code 0 if there is none.")
final class CheckRulesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The suite file.")
    private Path file;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<ValidationSuite> suite = new SuiteFile(file).check(spec.commandLine().getErr());
        suite.ifPresent(this::print);
        return suite.isPresent() ? 0 : ExitCodes.WRONG_INPUT;
    }

    private void print(ValidationSuite suite) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Suite %s: %d rules, %d of them over windows; digest %s.%n",
                suite.name(),
                suite.rules().size(),
                suite.windowRules().size(),
                suite.digest());
        out.flush();
    }
}
