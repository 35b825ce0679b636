package io.fueloptimine.jobs.backfill.spool;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;

/**
 * The spools of one backfill, which take the place of the Kafka topics between the jobs. The time
 * of a record is when it would have been written to its topic, in the time of the mine.
 *
 * @param folder the name of the folder of all spools
 */
public record Spools(String folder) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Time from the end of a window until job fuel writes it. */
    private static final Duration WRITTEN_AFTER = Duration.ofSeconds(30);

    /** A sender may be ahead of its arrival by this much, as in job ingest. */
    private static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    /** A time of arrival that is later belongs to a simulation or a replay. */
    private static final Duration MAX_DELAY = Duration.ofDays(7);

    /** Messages of files, which have no time of arrival. */
    public Spool<RawMessage> messages() {
        return spool(
                "messages",
                RawMessage.class,
                RawMessage::receivedAt,
                Comparator.comparing(RawMessage::topic));
    }

    /** Valid readings in the order of their arrival. */
    public Spool<Reading> readings() {
        return spool(
                "readings",
                Reading.class,
                Spools::arrivalOf,
                Comparator.comparing(Reading::time)
                        .thenComparing(Reading::machineKey)
                        .thenComparing(Reading::stream)
                        .thenComparing(Reading::sequence));
    }

    /**
     * Records of messages that job ingest rejected or flagged, and of readings that arrived after
     * the result for their window or cycle was final.
     */
    public Spool<QualityRecord> quality() {
        return spool(
                "quality",
                QualityRecord.class,
                QualityRecord::receivedAt,
                Comparator.comparing(QualityRecord::qualityId));
    }

    /** Scored windows, each revision. */
    public Spool<ScoredWindow> scores() {
        return spool(
                "scores",
                ScoredWindow.class,
                Spools::writtenAt,
                Comparator.comparing(ScoredWindow::machineKey)
                        .thenComparing(scored -> scored.window().revision()));
    }

    public Spool<DriftEvent> drifts() {
        return spool(
                "drifts",
                DriftEvent.class,
                DriftEvent::detectedAt,
                Comparator.comparing(DriftEvent::machineKey));
    }

    public Spool<HaulCycle> cycles() {
        return spool(
                "cycles",
                HaulCycle.class,
                HaulCycle::emptyAt,
                Comparator.comparing(HaulCycle::cycleId));
    }

    /**
     * When a reading arrived, in the time of the mine: its time of arrival, or its own time if the
     * two are so far apart that the mine's time was not the time of arrival.
     */
    public static Instant arrivalOf(Reading reading) {
        Instant arrival = reading.receivedAt();
        boolean real =
                arrival != null
                        && !reading.time().isAfter(arrival.plus(MAX_AHEAD))
                        && !arrival.isAfter(reading.time().plus(MAX_DELAY));
        return real ? arrival : reading.time();
    }

    /** When job fuel writes a window to its topic; the same for each revision. */
    public static Instant writtenAt(ScoredWindow scored) {
        return scored.window().end().plus(WRITTEN_AFTER);
    }

    private <T> Spool<T> spool(
            String name, Class<T> type, Function<T, Instant> timeOf, Comparator<T> tieBreak) {
        return new Spool<>(Path.of(folder, name), type, timeOf, tieBreak);
    }
}
