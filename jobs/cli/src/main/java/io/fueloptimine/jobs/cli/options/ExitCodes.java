package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.OwnMessage;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The exit codes of all commands. */
public final class ExitCodes {

    /** The command has run, but its result is not as required. */
    public static final int WRONG_RESULT = 1;

    /** The options or files are wrong; nothing was done. */
    public static final int WRONG_INPUT = 2;

    /** A part of the product failed. */
    public static final int FAILURE = 3;

    private ExitCodes() {}

    /** Prints an exception's message, logs the exception unless the input is wrong. */
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
