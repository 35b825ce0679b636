package io.fueloptimine.jobs.cli.run;

import io.fueloptimine.jobs.local.run.StopSignal;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;

/** A command that runs until it is done, or until Ctrl-C, SIGTERM or SIGHUP stops it. */
@FunctionalInterface
interface StoppableRun {

    /**
     * Runs the command until it is done or a stop is requested.
     *
     * @return the exit code; 0 if the command succeeded
     */
    int run(StopSignal stop) throws Exception;

    /**
     * Runs the command and returns the exit code. If the run returns 0 and a signal stopped the
     * run, the exit code is that of the signal. Failures that result from a stop during the start
     * are not reported.
     */
    static int execute(CommandSpec spec, StoppableRun command) throws Exception {
        try (StopSignal stop = StopSignal.onSignals()) {
            try {
                int exitCode = command.run(stop);
                return exitCode == 0 ? stop.exitCode() : exitCode;
            } catch (Exception e) {
                if (!stop.endedTheStart()) {
                    throw e;
                }
                // Not a constant: the log's folder is not known until a command runs.
                LoggerFactory.getLogger(StoppableRun.class)
                        .info("Stopped before the start was complete: {}", e.toString());
                spec.commandLine().getOut().println("Stopped before the start was complete");
                spec.commandLine().getOut().flush();
                return stop.exitCode();
            }
        }
    }
}
