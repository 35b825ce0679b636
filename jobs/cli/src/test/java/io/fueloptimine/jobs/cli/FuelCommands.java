package io.fueloptimine.jobs.cli;

/** Runs {@code fuel} command lines in tests. */
public final class FuelCommands {

    private FuelCommands() {}

    /** Runs a command line and returns its exit code. */
    public static int execute(String... arguments) {
        return Fuel.commandLine().execute(arguments);
    }
}
