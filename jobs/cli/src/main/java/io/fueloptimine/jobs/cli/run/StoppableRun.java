package io.fueloptimine.jobs.cli.run;

import io.fueloptimine.jobs.local.run.StopSignal;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;

/** The run of a command that Ctrl-C, SIGTERM or SIGHUP stops. */
@FunctionalInterface
interface StoppableRun {

    /**
     * Runs until it is done or stopped.
     *
     * @return the exit code, if the run is not stopped
     */
    int run(StopSignal stop) throws Exception;

    /**
     * Runs the command and returns its exit code: that of the run if it is not 0, else that of the
     * signal, else 0. What fails because the start was stopped is not reported.
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
