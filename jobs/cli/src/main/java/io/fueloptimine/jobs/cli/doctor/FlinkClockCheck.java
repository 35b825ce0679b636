package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Compares the clock of the JobManager, which its answers about a job contain, with that of this
 * machine.
 *
 * @param flink the REST interface
 * @param skew compares two clocks
 */
record FlinkClockCheck(FlinkRest flink, ClockSkew skew) implements SiteCheck {

    @Override
    public String subject() {
        return "flink clock";
    }

    @Override
    public Optional<String> needs() {
        return Optional.of(FlinkCheck.SUBJECT);
    }

    @Override
    public CheckResult run() throws SQLException {
        Optional<FlinkJob> any = flink.jobs().values().stream().findFirst();
        if (any.isEmpty()) {
            return CheckResult.warning(
                    subject(),
                    "not checked, because Flink tells its time only with a job",
                    "at most 2 s",
                    "Start the jobs, then run doctor again.");
        }
        String path = "/jobs/" + any.get().id();
        return skew.check(subject(), () -> time(path));
    }

    private Instant time(String path) {
        long ms = flink.get(path).path("now").asLong();
        if (ms <= 0) {
            throw new InvalidInputException(flink.address() + path + " contains no time");
        }
        return Instant.ofEpochMilli(ms);
    }
}
