package io.fueloptimine.jobs.backtest;

import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import java.time.Instant;

/** Recorded cycles for tests: 10 min empty, 5 min at the unit, 15 min loaded, 2 min at the dump. */
public final class TestCycle {

    /** When the first cycle begins. */
    public static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    private TestCycle() {}

    /** A cycle. */
    public static RecordedCycle of(String truckId, String faceId, String dumpId, int startMin) {
        return of(truckId, "930E", faceId, dumpId, startMin, 600, 0, 900);
    }

    /** A cycle with its own travel and queue. */
    public static RecordedCycle of(
            String truckId,
            String className,
            String faceId,
            String dumpId,
            int startMin,
            double emptyS,
            double queueS,
            double fullS) {
        Instant assigned = START.plusSeconds(60L * startMin);
        Instant arrived = assigned.plusSeconds((long) emptyS);
        Instant full = arrived.plusSeconds((long) queueS + 300);
        Instant atDump = full.plusSeconds((long) fullS);
        return new RecordedCycle(
                truckId,
                className,
                "SHOVEL",
                faceId,
                dumpId,
                dumpId,
                assigned,
                arrived,
                full,
                atDump,
                atDump.plusSeconds(120),
                300,
                emptyS,
                queueS,
                100,
                200,
                fullS,
                0,
                120,
                3_000,
                3_000,
                0);
    }

    /** A cycle whose truck waits at the dump. */
    public static RecordedCycle atDump(RecordedCycle cycle, long queueS) {
        return new RecordedCycle(
                cycle.truckId(),
                cycle.className(),
                cycle.unitId(),
                cycle.faceId(),
                cycle.dumpId(),
                cycle.previousDumpId(),
                cycle.assignedAt(),
                cycle.loadArrivedAt(),
                cycle.fullAt(),
                cycle.dumpArrivedAt(),
                cycle.emptyAt().plusSeconds(queueS),
                cycle.payloadT(),
                cycle.emptyTravelS(),
                cycle.loadQueueS(),
                cycle.spotS(),
                cycle.loadingS(),
                cycle.fullTravelS(),
                queueS,
                cycle.dumpingS(),
                cycle.emptyM(),
                cycle.fullM(),
                cycle.stopS());
    }
}
