package io.fueloptimine.jobs.local.account;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the readings and results of one run. Topics and tables may contain records of earlier
 * runs. All counts are therefore relative to the state when this object was created. Not
 * thread-safe.
 */
public final class RunAccount {

    private final TopicMonitor topics;
    private final ResultTables tables;
    private final long validBefore;
    private final QualityCounts qualityBefore;
    private final TableCounts tablesBefore;
    private long lastValid;
    private long lastNanos = System.nanoTime();

    public RunAccount(TopicMonitor topics, ResultTables tables) throws SQLException {
        this.topics = topics;
        this.tables = tables;
        this.validBefore = topics.validReadings();
        this.qualityBefore = topics.quality();
        this.tablesBefore = tables.counts();
        this.lastValid = validBefore;
    }

    /**
     * The account of the readings at this moment. Readings that are still on their way to the
     * topics count as unaccounted.
     *
     * @param made number of readings that the mine has made
     */
    public ReadingAccount account(long made) {
        return account(made, 0);
    }

    /**
     * The account of the readings at this moment. Readings that are still on their way to the
     * topics count as unaccounted.
     *
     * @param read number of readings that were read from files
     * @param notSent number of these readings that were rejected before they were sent
     */
    public ReadingAccount account(long read, long notSent) {
        QualityCounts quality = quality();
        return new ReadingAccount(
                read,
                notSent,
                topics.validReadings() - validBefore,
                quality.rejected(),
                quality.duplicates(),
                quality.redelivered());
    }

    /** The counts of the quality topic in this run. */
    public QualityCounts quality() {
        return topics.quality().since(qualityBefore);
    }

    /** The status at this moment. The rate of readings is the mean since the last call. */
    public RunStatus status(Instant mineTime) throws SQLException {
        long valid = topics.validReadings();
        long nanos = System.nanoTime();
        double perSecond = (valid - lastValid) * 1e9 / Math.max(1, nanos - lastNanos);
        lastValid = valid;
        lastNanos = nanos;
        return new RunStatus(
                mineTime,
                perSecond,
                quality().rejected(),
                tables.counts().since(tablesBefore).windows(),
                tables.litresPerTonne(),
                tables.openAlarms(),
                tables.newestPlan());
    }

    /** The summary of the run. Must be called after all jobs have stopped. */
    public RunSummary summary(Duration wallTime, Duration mineTime, long made, long repeats)
            throws SQLException {
        return new RunSummary(
                wallTime,
                mineTime,
                account(made),
                repeats,
                quality(),
                tables.counts().since(tablesBefore),
                tables.openAlarms(),
                tables.litresPerTonne());
    }
}
