package io.fueloptimine.jobs.cli;

/** Runs a command line as the launcher does, for tests in other packages. */
public final class FuelCommands {

    private FuelCommands() {}

    /** Its exit code. */
    public static int execute(String... arguments) {
        return Fuel.commandLine().execute(arguments);
    }
}
