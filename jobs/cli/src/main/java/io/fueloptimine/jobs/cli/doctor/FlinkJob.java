package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.archive.ArchiveJob;
import io.fueloptimine.jobs.cabs.CabsJob;
import io.fueloptimine.jobs.dispatch.DispatchJob;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.ingest.IngestJob;
import java.util.List;

/**
 * A job of a Flink cluster. Immutable.
 *
 * @param id Flink's id of the job
 * @param state Flink's state, for example {@code RUNNING}
 * @param startedAtMs the time at which the job was submitted, ms since 1970
 */
record FlinkJob(String id, String state, long startedAtMs) {

    /** The names of the jobs of a site. */
    static final List<String> NAMES =
            List.of(
                    IngestJob.NAME,
                    FuelJob.NAME,
                    AlarmsJob.NAME,
                    DispatchJob.NAME,
                    ArchiveJob.NAME,
                    CabsJob.NAME);

    boolean isRunning() {
        return state.equals("RUNNING");
    }
}
