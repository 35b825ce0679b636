package io.fueloptimine.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.parquet.ParquetLake;
import io.fueloptimine.models.mine.consumption.FuelSource;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics in which every record is repeated, and a crash between two checkpoints. */
class ArchiveJobITCase {

    private static final Instant START = Instant.parse("2026-01-05T22:00:00Z");
    private static final int EACH = 3_000;
    private static final int CRASH_AT = 2_500;
    private static final AtomicBoolean CRASHED = new AtomicBoolean();

    @TempDir Path lake;

    @Test
    void everythingIsInTheLakeOnceAfterRepeatsAndACrash() throws Exception {
        CRASHED.set(false);
        StreamExecutionEnvironment env = environment();
        ArchiveJob.build(
                env,
                twice(Reading.class, ArchiveJobITCase::readingThatCrashesOnce),
                twice(ScoredWindow.class, ArchiveJobITCase::window),
                twice(HaulCycle.class, ArchiveJobITCase::cycle),
                ParquetLake.readings(lake),
                ParquetLake.windows(lake),
                ParquetLake.cycles(lake));
        env.execute();

        assertThat(CRASHED).isTrue();
        assertThat(count("readings", "sequence")).isEqualTo(EACH + "|" + EACH);
        assertThat(count("windows", "window_start")).isEqualTo(EACH + "|" + EACH);
        assertThat(count("cycles", "cycle_id")).isEqualTo(EACH + "|" + EACH);
    }

    @Test
    void aWindowEmittedAgainAfterACrashIsNoRepeatOfASmallerRevision() {
        ScoredWindow partial = window(7, 55, 1);
        ScoredWindow wholeAfterCrash = window(7, 60, 0);

        assertThat(ArchiveJob.identityOf(wholeAfterCrash))
                .isEqualTo(ArchiveJob.identityOf(window(7, 60, 2)))
                .isNotEqualTo(ArchiveJob.identityOf(partial))
                .isNotEqualTo(ArchiveJob.identityOf(window(8, 60, 0)));
    }

    private String count(String table, String key) throws Exception {
        String sql =
                "SELECT COUNT(*) || '|' || COUNT(DISTINCT %s) FROM read_parquet('%s/%s/*/*.parquet')"
                        .formatted(key, lake, table);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static StreamExecutionEnvironment environment() {
        Configuration settings = new Configuration();
        settings.setString("pipeline.generic-types", "false");
        settings.setString("pipeline.auto-generate-uids", "false");
        settings.setString("execution.checkpointing.interval", "300 ms");
        settings.setString("restart-strategy.type", "fixed-delay");
        settings.setString("restart-strategy.fixed-delay.attempts", "1");
        settings.setString("restart-strategy.fixed-delay.delay", "10 ms");
        return StreamExecutionEnvironment.createLocalEnvironment(2, settings);
    }

    /** Numbers from 0, each twice: the second time 50 records later. */
    private static <T> DataGeneratorSource<T> twice(
            Class<T> type, GeneratorFunction<Long, T> record) {
        GeneratorFunction<Long, T> repeated = index -> record.map(index / 100 * 50 + index % 50);
        return new DataGeneratorSource<>(
                repeated, 2 * EACH, RateLimiterStrategy.perSecond(3_000), TypeInformation.of(type));
    }

    private static Reading readingThatCrashesOnce(long number) {
        if (number == CRASH_AT && CRASHED.compareAndSet(false, true)) {
            throw new IllegalStateException("the crash of this test");
        }
        return new Reading(
                "mine",
                EquipmentKind.HAULTRUCK,
                "T1",
                ReadingStream.NOTE,
                number,
                START.plusSeconds(number),
                START,
                false,
                List.of(),
                null,
                null,
                null,
                new Note("a", "b"),
                null,
                null);
    }

    private static ScoredWindow window(long number) {
        return window(number, 60, 0);
    }

    private static ScoredWindow window(long number, int readings, int revision) {
        Instant start = START.plusSeconds(60 * number);
        FuelWindow window =
                new FuelWindow(
                        "mine",
                        "T1",
                        EquipmentKind.HAULTRUCK,
                        "930E",
                        null,
                        start,
                        start.plusSeconds(60),
                        readings,
                        revision,
                        6.5,
                        0.3,
                        17,
                        1,
                        306,
                        10,
                        0,
                        3500,
                        80,
                        1800,
                        1,
                        0,
                        null,
                        null,
                        null,
                        ProductionState.HAULING,
                        60,
                        FuelSource.BOTH,
                        null);
        return new ScoredWindow(window, 6, 0.5, 6, "physics", "1");
    }

    private static HaulCycle cycle(long number) {
        Instant at = START.plusSeconds(60 * number);
        return new HaulCycle(
                "c" + number,
                "mine",
                "T1",
                "930E",
                null,
                "SH1",
                "F",
                "D",
                at,
                at,
                at,
                at,
                at,
                306,
                null,
                null,
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                null,
                null,
                null,
                null,
                "telemetry",
                List.of(),
                null);
    }
}
