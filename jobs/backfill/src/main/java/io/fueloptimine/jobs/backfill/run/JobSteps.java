package io.fueloptimine.jobs.backfill.run;

import io.fueloptimine.connectors.parquet.LakeIds;
import io.fueloptimine.connectors.parquet.ParquetLake;
import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.alarms.AlarmsSettings;
import io.fueloptimine.jobs.alarms.AlarmsSources;
import io.fueloptimine.jobs.archive.ArchiveJob;
import io.fueloptimine.jobs.backfill.spool.Spool;
import io.fueloptimine.jobs.backfill.spool.SpoolSink;
import io.fueloptimine.jobs.backfill.spool.Spools;
import io.fueloptimine.jobs.backfill.stream.ProcessTopics;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.fuel.FuelOutputs;
import io.fueloptimine.jobs.fuel.FuelSettings;
import io.fueloptimine.jobs.fuel.FuelSources;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOutputs;
import io.fueloptimine.jobs.ingest.IngestSources;
import io.fueloptimine.models.alarm.AlarmInput;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.flink.api.connector.source.Source;

/**
 * The graphs of the jobs, between the spools instead of the Kafka topics, and with the SQL tables
 * and the lake of the stream.
 */
final class JobSteps {

    private final BackfillSettings settings;
    private final ClockRules clocks;
    private final Spools spools;

    JobSteps(BackfillSettings settings, Spools spools) {
        this.settings = settings;
        this.clocks = ClockRules.of(settings.mines()).withOpenSites(settings.openSites());
        this.spools = spools;
    }

    /** Job ingest, from messages to readings. */
    JobStep.Graph ingest(Consumer<Instant> progress) {
        Spools to = spools;
        return (env, topics) ->
                IngestJob.build(
                        env,
                        IngestSources.of(
                                source(
                                        topics,
                                        to.messages(),
                                        observed(RawMessage::receivedAt, progress),
                                        RawMessage.class)),
                        ValidationSuite.shipped(),
                        settings.mines(),
                        clocks,
                        new IngestOutputs(
                                SpoolSink.output("readings", to::readings),
                                SpoolSink.output("quality", to::quality),
                                SqlOutputs.discarded("commands"),
                                SqlOutputs.discarded("signals")));
    }

    /** Job fuel, from readings to windows, scores, cycles and drifts. */
    JobStep.Graph fuel(Consumer<Instant> progress) {
        return (env, topics) ->
                FuelJob.build(
                        env,
                        new FuelSources(
                                readings(topics, progress), topics.empty(ModelAnnouncement.class)),
                        FuelSettings.of(settings.mines(), settings.registry(), settings.steps())
                                .withClocks(clocks),
                        fuelOutputs());
    }

    private FuelOutputs fuelOutputs() {
        Spools to = spools;
        FuelOutputs sql = SqlOutputs.fuel(settings.sql());
        return new FuelOutputs(
                SpoolSink.<HaulCycle>output("cycles", to::cycles).andThen(sql.cycles()),
                SpoolSink.<ScoredWindow>output("scores", to::scores).andThen(sql.scores()),
                SpoolSink.<DriftEvent>output("drifts", to::drifts).andThen(sql.drift()),
                sql.dataDrift(),
                sql.retrain(),
                sql.changes(),
                sql.roads(),
                sql.shutdowns(),
                sql.payloads(),
                sql.outliers(),
                sql.ledger(),
                sql.savings(),
                SpoolSink.output("late", to::quality));
    }

    /** Job alarms, from readings and the results of job fuel to alarms. */
    JobStep.Graph alarms(Consumer<Instant> progress) {
        return (env, topics) ->
                AlarmsJob.build(
                        env,
                        alarmsSources(topics, progress),
                        AlarmsSettings.of(settings.mines(), settings.registry(), settings.steps())
                                .withClocks(clocks),
                        SqlOutputs.alarms(settings.sql()));
    }

    private AlarmsSources alarmsSources(ProcessTopics topics, Consumer<Instant> progress) {
        return new AlarmsSources(
                readings(topics, progress),
                source(topics, spools.scores(), Spools::writtenAt, ScoredWindow.class),
                source(topics, spools.quality(), QualityRecord::receivedAt, QualityRecord.class),
                topics.source(
                        this::drifts,
                        input -> input.signal().at().toEpochMilli(),
                        input -> true,
                        AlarmInput.class),
                topics.empty(SuiteUpdate.class));
    }

    private Iterator<AlarmInput> drifts(long skipped) {
        Iterator<DriftEvent> drifts = spools.drifts().read(skipped);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return drifts.hasNext();
            }

            @Override
            public AlarmInput next() {
                return AlarmInput.of(drifts.next());
            }
        };
    }

    /**
     * Job archive, from readings, windows and cycles to the lake. Rows that the lake contains are
     * not written again.
     *
     * @param withReadings whether the lake receives the readings, too
     */
    JobStep.Graph archive(boolean withReadings, Consumer<Instant> progress) {
        LakeIds<Reading> readings = LakeIds.readings(settings.lake());
        LakeIds<ScoredWindow> windows = LakeIds.windows(settings.lake());
        LakeIds<HaulCycle> cycles = LakeIds.cycles(settings.lake());
        return (env, topics) ->
                ArchiveJob.build(
                        env,
                        source(
                                topics,
                                spools.readings(),
                                observed(Spools::arrivalOf, progress),
                                reading -> withReadings && !readings.contains(reading),
                                Reading.class),
                        source(
                                topics,
                                spools.scores(),
                                Spools::writtenAt,
                                scored -> !windows.contains(scored),
                                ScoredWindow.class),
                        source(
                                topics,
                                spools.cycles(),
                                HaulCycle::emptyAt,
                                cycle -> !cycles.contains(cycle),
                                HaulCycle.class),
                        ParquetLake.readings(settings.lake()),
                        ParquetLake.windows(settings.lake()),
                        ParquetLake.cycles(settings.lake()));
    }

    private Source<Reading, ?, ?> readings(ProcessTopics topics, Consumer<Instant> progress) {
        return source(
                topics,
                spools.readings(),
                observed(Spools::arrivalOf, progress),
                reading -> true,
                Reading.class);
    }

    private static <T> Source<T, ?, ?> source(
            ProcessTopics topics, Spool<T> spool, Function<T, Instant> timeOf, Class<T> type) {
        return source(topics, spool, timeOf, record -> true, type);
    }

    private static <T> Source<T, ?, ?> source(
            ProcessTopics topics,
            Spool<T> spool,
            Function<T, Instant> timeOf,
            Predicate<T> selection,
            Class<T> type) {
        return topics.source(
                spool::read, record -> timeOf.apply(record).toEpochMilli(), selection, type);
    }

    /** The time of a record, which is also reported as progress. */
    private static <T> Function<T, Instant> observed(
            Function<T, Instant> timeOf, Consumer<Instant> progress) {
        return record -> {
            Instant time = timeOf.apply(record);
            progress.accept(time);
            return time;
        };
    }
}
