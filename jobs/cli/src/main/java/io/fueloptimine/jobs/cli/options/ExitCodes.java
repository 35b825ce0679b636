package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.OwnMessage;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The exit codes of all commands. */
public final class ExitCodes {

    /** The command has run, but its result does not meet the requirements. */
    public static final int WRONG_RESULT = 1;

    /** The options or files are wrong; the command changed nothing. */
    public static final int WRONG_INPUT = 2;

    /** A server, job or other part of FuelOptiMine failed. */
    public static final int FAILURE = 3;

    private ExitCodes() {}

    /**
     * Prints the message of an exception and returns the exit code. The exception is also logged if
     * it does not result from wrong input.
     */
    public static int report(Exception e, CommandLine command) {
        command.getErr()
                .println("fuel: " + OwnMessage.of(e).orElse("the command failed unexpectedly"));
        if (e instanceof InvalidInputException) {
            return WRONG_INPUT;
        }
        // Not a constant: the log's folder is not known until a command runs.
        LoggerFactory.getLogger(ExitCodes.class).error("The command failed", e);
        command.getErr().println("Details are in the log: " + LogFolder.inUse());
        return FAILURE;
    }
}
