package io.fueloptimine.jobs.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks what the option parser cannot. */
public final class Require {

    private Require() {}

    /** Refuses the command unless the condition holds; the message names option and value. */
    public static void that(
            CommandSpec spec, boolean condition, String option, Object value, String expected) {
        if (!condition) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '"
                            + option
                            + "': "
                            + value
                            + ", expected "
                            + expected);
        }
    }
}
