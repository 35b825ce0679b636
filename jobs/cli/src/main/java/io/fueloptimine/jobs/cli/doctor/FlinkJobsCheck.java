package io.fueloptimine.jobs.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that the six jobs run.
 *
 * @param flink the REST interface
 */
record FlinkJobsCheck(FlinkRest flink) implements SiteCheck {

    @Override
    public String subject() {
        return "flink jobs";
    }

    @Override
    public Optional<String> needs() {
        return Optional.of(FlinkCheck.SUBJECT);
    }

    @Override
    public CheckResult run() {
        Map<String, FlinkJob> jobs = flink.jobs();
        List<String> faults = new ArrayList<>();
        for (String name : FlinkJob.NAMES) {
            FlinkJob job = jobs.get(name);
            if (job == null) {
                faults.add(name + " is missing");
            } else if (!job.isRunning()) {
                faults.add(name + " is " + job.state());
            }
        }
        String expected = FlinkJob.NAMES.size() + " jobs RUNNING";
        return faults.isEmpty()
                ? CheckResult.ok(subject(), "all RUNNING", expected)
                : CheckResult.fault(
                        subject(),
                        String.join("; ", faults),
                        expected,
                        "Read the exceptions of the job in Flink's web interface, then start it as"
                                + " deploy/flink/README.md describes.");
    }
}
