package io.fueloptimine.jobs.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the last completed checkpoint of each job that runs, by the clock of the JobManager: more
 * than 10 min old, or a newer one failed, is a warning; more than 15 min old is a fault. Job
 * archive writes one in 5 min.
 *
 * @param flink the REST interface
 */
record FlinkCheckpointsCheck(FlinkRest flink) implements SiteCheck {

    private static final Duration WARNING = Duration.ofMinutes(10);
    private static final Duration FAULT = Duration.ofMinutes(15);

    @Override
    public String subject() {
        return "flink checkpoints";
    }

    @Override
    public Optional<String> needs() {
        return Optional.of(FlinkCheck.SUBJECT);
    }

    @Override
    public CheckResult run() {
        List<String> faults = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Duration oldest = Duration.ZERO;
        int running = 0;
        var jobs = flink.jobs();
        for (String name : FlinkJob.NAMES) {
            FlinkJob job = jobs.get(name);
            if (job != null && job.isRunning()) {
                running++;
                Duration age = check(name, job, faults, warnings);
                oldest = age.compareTo(oldest) > 0 ? age : oldest;
            }
        }
        return result(running, oldest, faults, warnings);
    }

    private CheckResult result(
            int running, Duration oldest, List<String> faults, List<String> warnings) {
        String expected = "a checkpoint of each job within " + WARNING.toMinutes() + " min";
        String remedy =
                "Read the checkpoints of the job in Flink's web interface, and check that the"
                        + " checkpoint folder is writable on all machines and has free space.";
        if (running == 0) {
            return CheckResult.warning(
                    subject(),
                    "not checked, because no job runs",
                    expected,
                    "Start the jobs, then run doctor again.");
        }
        List<String> all = new ArrayList<>(faults);
        all.addAll(warnings);
        String found = String.join("; ", all);
        if (!faults.isEmpty()) {
            return CheckResult.fault(subject(), found, expected, remedy);
        }
        return warnings.isEmpty()
                ? CheckResult.ok(
                        subject(),
                        running + " jobs, the oldest is " + oldest.toSeconds() + " s old",
                        expected)
                : CheckResult.warning(subject(), found, expected, remedy);
    }

    /** Returns the age of the last completed checkpoint, or of the job without one. */
    private Duration check(String name, FlinkJob job, List<String> faults, List<String> warnings) {
        long nowMs = flink.get("/jobs/" + job.id()).path("now").asLong();
        JsonNode latest = flink.get("/jobs/" + job.id() + "/checkpoints").path("latest");
        JsonNode completed = latest.path("completed");
        boolean none = !completed.has("latest_ack_timestamp");
        long sinceMs = completed.path("latest_ack_timestamp").asLong(job.startedAtMs());
        Duration age = Duration.ofMillis(Math.max(0, nowMs - sinceMs));
        String text =
                name
                        + (none ? " has completed none since its start " : " completed its last ")
                        + age.toSeconds()
                        + " s ago";
        boolean failedSince =
                latest.path("failed").path("failure_timestamp").asLong(Long.MIN_VALUE) > sinceMs;
        if (age.compareTo(FAULT) > 0) {
            faults.add(text);
        } else if (age.compareTo(WARNING) > 0) {
            warnings.add(text);
        } else if (failedSince) {
            warnings.add(text + ", a newer one failed");
        }
        return age;
    }
}
