package io.fueloptimine.jobs.cli.options;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of option values beyond those of picocli. */
public final class Require {

    private Require() {}

    /**
     * Refuses a value unless the condition holds.
     *
     * @throws ParameterException with the option, its value and the expected values
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
