package io.fueloptimine.jobs.cli;

import io.fueloptimine.models.mine.InvalidInputException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Where {@code deploy/fuel} arrives.
 *
 * <p>Exit codes: 0 done, 1 done but the result is not as it must be, 2 wrong input, 3 a part broke.
 */
public final class Fuel {

    public static final int WRONG_RESULT = 1;
    static final int WRONG_INPUT = 2;
    static final int BROKEN = 3;

    private Fuel() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with its exit codes, for main and for tests. */
    static CommandLine commandLine() {
        return commandLine(new FuelCommand());
    }

    /**
     * The command line of a command that lives elsewhere, with the same exit codes.
     *
     * @param command a picocli command
     */
    public static CommandLine commandLine(Object command) {
        return new CommandLine(command)
                .setParameterExceptionHandler(Fuel::refuse)
                .setExecutionExceptionHandler(Fuel::report);
    }

    private static int refuse(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("fuel: " + e.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG_INPUT;
    }

    private static int report(Exception e, CommandLine command, ParseResult parsed) {
        return report(e, command);
    }

    /** Tells what went wrong in one message; the exit code says whose fault it is. */
    static int report(Exception e, CommandLine command) {
        command.getErr().println("fuel: " + e.getMessage());
        if (e instanceof InvalidInputException) {
            return WRONG_INPUT;
        }
        // Not a constant: the log's folder is known only once a command runs.
        LoggerFactory.getLogger(Fuel.class).error("The command failed", e);
        command.getErr().println("The log tells more: " + LogFolder.inUse());
        return BROKEN;
    }
}
