package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.jobs.cli.doctor.CheckResult.Status;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import io.fueloptimine.models.mine.input.OwnMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs checks one after the other. Each has one result: a check that ends with an exception, or
 * that does not end, does not prevent the next one. Immutable.
 *
 * @param limit the time after which a check is abandoned
 */
record Checkup(Duration limit) {

    private static final String AN_ANSWER = "an answer";

    /**
     * Runs all checks.
     *
     * @param checks each after the check that it needs
     * @return the results in the same order
     */
    List<CheckResult> run(List<SiteCheck> checks) {
        List<CheckResult> results = new ArrayList<>();
        Set<String> unusable = new HashSet<>();
        for (SiteCheck check : checks) {
            boolean blocked = check.needs().filter(unusable::contains).isPresent();
            CheckResult result = blocked ? notRun(check) : result(check);
            if (blocked || result.status() == Status.FAULT) {
                unusable.add(check.subject());
            }
            results.add(result);
        }
        return List.copyOf(results);
    }

    private static CheckResult notRun(SiteCheck check) {
        String needed = check.needs().orElseThrow();
        return CheckResult.warning(
                check.subject(),
                "not checked, because the check of " + needed + " failed",
                "a check",
                "Remove the fault of " + needed + ", then run doctor again.");
    }

    private CheckResult result(SiteCheck check) {
        FutureTask<CheckResult> task = new FutureTask<>(check::run);
        Thread thread = new Thread(task, "check of " + check.subject());
        // A client that ignores the interrupt must not keep the process alive.
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return failed(check, "no answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            return failed(check, reason(e.getCause()));
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: check of " + check.subject(), e);
        }
    }

    private static CheckResult failed(SiteCheck check, String reason) {
        return CheckResult.fault(
                check.subject(),
                reason,
                AN_ANSWER,
                "Read the log of this server, and see whether its load, its network or the rights"
                        + " of this user prevent the answer.");
    }

    private static String reason(Throwable cause) {
        if (cause instanceof SQLException e) {
            return "the database refused a statement: " + SqlOptions.reason(e);
        }
        return OwnMessage.of(cause)
                .orElse("the check ended with " + cause.getClass().getSimpleName());
    }
}
