package io.fueloptimine.jobs.cli.options;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks option values, in addition to the checks of picocli (the library for command lines). */
public final class Require {

    private Require() {}

    /**
     * Rejects the value of an option if the condition is false.
     *
     * @throws ParameterException if the condition is false; the message contains the option, its
     *     value and the expected values
     */
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
