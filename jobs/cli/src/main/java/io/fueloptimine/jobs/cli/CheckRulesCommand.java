package io.fueloptimine.jobs.cli;

import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fuel rules check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads a suite as the jobs do, and names every fault. Exit code 0 if none.")
final class CheckRulesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The suite file.")
    private Path file;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<ValidationSuite> suite = new SuiteFile(file).check(spec.commandLine().getErr());
        suite.ifPresent(this::tell);
        return suite.isPresent() ? 0 : Fuel.WRONG_INPUT;
    }

    private void tell(ValidationSuite suite) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "Suite %s: %d rules, of them %d over windows; digest %s.%n",
                suite.name(), suite.rules().size(), suite.windowRules().size(), suite.digest());
        out.flush();
    }
}
