package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.OptionTypes;
import io.fueloptimine.jobs.cli.options.PathConverter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;

/** The main class of {@code deploy/fuel}. The exit codes are in {@link ExitCodes}. */
public final class Fuel {

    private Fuel() {}

    public static void main(String[] arguments) {
        // Libraries format and compare texts in the default locale.
        Locale.setDefault(Locale.ROOT);
        LogFolder.configure();
        System.exit(commandLine().execute(arguments));
    }

    /** Creates the command line of {@code fuel}. */
    public static CommandLine commandLine() {
        return commandLine(new FuelCommand());
    }

    /**
     * Creates the command line of a command, with the error handling of {@code fuel}.
     *
     * @param command a picocli command
     */
    public static CommandLine commandLine(Object command) {
        CommandLine line = OptionTypes.register(new CommandLine(command));
        return line.setOut(PrintableOutput.of(line.getOut()))
                .setErr(PrintableOutput.of(line.getErr()))
                // Its escape sequences would be escaped too.
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                // Otherwise @name would be replaced by the content of a file with that name.
                .setExpandAtFiles(false)
                .registerConverter(Path.class, PathConverter::convert)
                .setParameterExceptionHandler(Fuel::refuse)
                .setExecutionExceptionHandler(
                        (failure, failed, parsed) -> ExitCodes.report(failure, failed));
    }

    private static int refuse(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("fuel: " + e.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCodes.WRONG_INPUT;
    }
}
