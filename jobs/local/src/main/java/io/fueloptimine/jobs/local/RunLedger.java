package io.fueloptimine.jobs.local;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps account of one run: everything is counted from the moment this was made. Not thread-safe.
 */
final class RunLedger {

    private final TopicCounts topics;
    private final SqlFigures sql;
    private final long validBefore;
    private final QualityCounts qualityBefore;
    private final TableCounts tablesBefore;
    private long lastValid;
    private long lastNanos = System.nanoTime();

    RunLedger(TopicCounts topics, SqlFigures sql) throws SQLException {
        this.topics = topics;
        this.sql = sql;
        this.validBefore = topics.validReadings();
        this.qualityBefore = topics.quality();
        this.tablesBefore = sql.counts();
        this.lastValid = validBefore;
    }

    /** Where the readings sent so far are; those on their way are missing yet. */
    Accounting accounting(long sent) {
        QualityCounts quality = quality();
        return new Accounting(
                sent,
                topics.validReadings() - validBefore,
                quality.rejected(),
                quality.duplicates(),
                quality.redelivered());
    }

    /** What the quality topic said in this run. */
    QualityCounts quality() {
        return topics.quality().since(qualityBefore);
    }

    /** The run now; the rate is taken since the last call. */
    Status status(Instant mineTime) throws SQLException {
        long valid = topics.validReadings();
        long nanos = System.nanoTime();
        double perSecond = (valid - lastValid) * 1e9 / Math.max(1, nanos - lastNanos);
        lastValid = valid;
        lastNanos = nanos;
        return new Status(
                mineTime,
                perSecond,
                quality().rejected(),
                sql.counts().since(tablesBefore).windows(),
                sql.litresPerTonne(),
                sql.openAlarms(),
                sql.newestPlan());
    }

    /** What came of it, once all jobs have stopped. */
    RunSummary summary(Duration wallTime, Duration mineTime, long sent, long repeats)
            throws SQLException {
        return new RunSummary(
                wallTime,
                mineTime,
                accounting(sent),
                repeats,
                quality(),
                sql.counts().since(tablesBefore),
                sql.openAlarms(),
                sql.litresPerTonne());
    }
}
