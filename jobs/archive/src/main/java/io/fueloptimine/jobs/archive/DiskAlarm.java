package io.fueloptimine.jobs.archive;

import io.fueloptimine.connectors.parquet.files.LakeSpace;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** The signals of the alarm {@link AlertType#FULL_DISK}. */
final class DiskAlarm {

    private static final int MIB_SHIFT = 20;

    private DiskAlarm() {}

    /**
     * The severity of the present room: CRITICAL if nothing can be written, WARNING if little space
     * is left, otherwise INFO, which is no alarm.
     *
     * @param minFreeBytes the free space below which the alarm is raised
     */
    static Severity severity(LakeSpace space, long minFreeBytes) {
        if (space.fault().isPresent()) {
            return Severity.CRITICAL;
        }
        return space.freeBytes() < minFreeBytes ? Severity.WARNING : Severity.INFO;
    }

    /** The signal of a site after the severity has changed. */
    static ReportedSignal signal(
            String site, String lake, LakeSpace space, Severity severity, Instant at) {
        double freeMib = space.freeBytes() >> MIB_SHIFT;
        return new ReportedSignal(
                site,
                null,
                AlertType.FULL_DISK,
                severity,
                severity != Severity.INFO,
                at,
                cause(lake, space, severity),
                Map.of("freeMiB", freeMib, "totalMiB", (double) (space.totalBytes() >> MIB_SHIFT)));
    }

    private static String cause(String lake, LakeSpace space, Severity severity) {
        long freeMib = space.freeBytes() >> MIB_SHIFT;
        return switch (severity) {
            case CRITICAL ->
                    String.format(
                            Locale.ROOT,
                            "The lake %s cannot be written (%s), %,d MiB are free. Kafka keeps the"
                                    + " records until it can.",
                            lake,
                            space.fault().orElse(""),
                            freeMib);
            case WARNING ->
                    String.format(
                            Locale.ROOT, "The disk of the lake %s has %,d MiB left", lake, freeMib);
            default -> "The disk of the lake has room again";
        };
    }
}
