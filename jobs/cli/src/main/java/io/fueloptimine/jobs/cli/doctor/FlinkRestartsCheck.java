package io.fueloptimine.jobs.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the restarts of the jobs since the JobManager leads them.
 *
 * @param flink the REST interface
 */
record FlinkRestartsCheck(FlinkRest flink) implements SiteCheck {

    @Override
    public String subject() {
        return "flink restarts";
    }

    @Override
    public Optional<String> needs() {
        return Optional.of(FlinkCheck.SUBJECT);
    }

    @Override
    public CheckResult run() {
        Map<String, FlinkJob> jobs = flink.jobs();
        List<String> restarted = new ArrayList<>();
        for (String name : FlinkJob.NAMES) {
            FlinkJob job = jobs.get(name);
            int restarts = job == null ? 0 : restarts(job);
            if (restarts > 0) {
                restarted.add(name + ": " + restarts);
            }
        }
        String expected = "none since the JobManager started";
        return restarted.isEmpty()
                ? CheckResult.ok(subject(), "none", expected)
                : CheckResult.warning(
                        subject(),
                        String.join("; ", restarted),
                        expected,
                        "Read the exceptions of the job in Flink's web interface.");
    }

    private int restarts(FlinkJob job) {
        for (JsonNode metric : flink.get("/jobs/" + job.id() + "/metrics?get=numRestarts")) {
            return metric.path("value").asInt();
        }
        return 0;
    }
}
