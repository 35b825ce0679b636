package io.fueloptimine.operators.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.operators.EventTimeStreams;
import io.fueloptimine.operators.Scores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New champions and challengers every tenth of a second while windows come by the thousand. */
class ModelSwapITCase {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final int MACHINES = 20;
    private static final int WINDOWS = 24_000;
    private static final int WINDOWS_PER_SECOND = 4_000;
    private static final int ANNOUNCEMENTS_PER_SECOND = 50;
    private static final long LIMIT_S = 120;

    private static final Queue<ScoredWindow> SCORES = new ConcurrentLinkedQueue<>();
    private static final CountDownLatch HALF = new CountDownLatch(WINDOWS / 2);
    private static final CountDownLatch ALL = new CountDownLatch(WINDOWS);

    @TempDir static Path folder;

    @Test
    void everyWindowIsScoredOnceAndVersionsOnlyRise() throws Exception {
        Registered registered = new Registered(folder.resolve("registry"));
        registered.champion(1);
        JobClient first = submit(new Configuration());
        changeUntil(HALF, registered);
        String savepoint =
                first.stopWithSavepoint(
                                false,
                                folder.resolve("savepoints").toUri().toString(),
                                SavepointFormatType.CANONICAL)
                        .get(LIMIT_S, TimeUnit.SECONDS);
        JobClient second = submit(from(savepoint));
        changeUntil(ALL, registered);
        second.cancel().get(LIMIT_S, TimeUnit.SECONDS);

        assertThat(SCORES).hasSize(WINDOWS);
        assertThat(SCORES)
                .extracting(score -> score.window().machineId() + score.window().start())
                .doesNotHaveDuplicates();
        assertThat(byMachine()).hasSize(MACHINES).allSatisfy(ModelSwapITCase::assertVersionsRise);
        assertThat(SCORES).allSatisfy(ModelSwapITCase::assertItsVersionScoredIt);
        assertThat(SCORES.stream().map(ScoredWindow::modelVersion).distinct())
                .as("versions that scored")
                .hasSizeGreaterThan(2);
        assertThat(SCORES).anyMatch(score -> score.challengerVersion() != null);
    }

    private static JobClient submit(Configuration configuration) throws Exception {
        StreamExecutionEnvironment env = EventTimeStreams.environment(2);
        env.configure(configuration);
        env.enableCheckpointing(500);
        DataStream<FuelWindow> windows =
                env.fromSource(windows(), WatermarkStrategy.noWatermarks(), "Windows")
                        .uid("windows");
        DataStream<ModelAnnouncement> announcements =
                env.fromSource(announcements(), WatermarkStrategy.noWatermarks(), "Announcements")
                        .uid("announcements");
        MineSite mine =
                new MineSite(
                        "andes",
                        DigPlan.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        windows.keyBy(FuelWindow::machineKey)
                .connect(announcements.broadcast(ScoreWindows.ANNOUNCEMENTS))
                .process(
                        new ScoreWindows(
                                folder.resolve("registry"),
                                Registered.NAME,
                                MineSites.of(mine),
                                ScoreSettings.DEFAULT))
                .uid("score")
                .map(ModelSwapITCase::keep)
                .returns(ScoredWindow.class)
                .uid("keep")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
        return env.executeAsync("model swap");
    }

    private static Configuration from(String savepoint) {
        Configuration configuration = new Configuration();
        configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        return configuration;
    }

    private static DataGeneratorSource<FuelWindow> windows() {
        return new DataGeneratorSource<>(
                index ->
                        Scores.window(
                                "T" + index % MACHINES,
                                START.plusSeconds(60 * (index / MACHINES)),
                                0,
                                6.2),
                WINDOWS,
                RateLimiterStrategy.perSecond(WINDOWS_PER_SECOND),
                TypeInformation.of(FuelWindow.class));
    }

    private static DataGeneratorSource<ModelAnnouncement> announcements() {
        return new DataGeneratorSource<>(
                index -> new ModelAnnouncement(Registered.NAME, 1, START),
                Long.MAX_VALUE,
                RateLimiterStrategy.perSecond(ANNOUNCEMENTS_PER_SECOND),
                TypeInformation.of(ModelAnnouncement.class));
    }

    private static ScoredWindow keep(ScoredWindow score) {
        SCORES.add(score);
        HALF.countDown();
        ALL.countDown();
        return score;
    }

    /** Every other version challenges first; the champion expects its own number in litres. */
    private static void changeUntil(CountDownLatch latch, Registered registered)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        while (!latch.await(100, TimeUnit.MILLISECONDS)) {
            assertThat(System.nanoTime()).as("time to score the windows").isLessThan(end);
            int version = registered.model(registered.latest() + 1);
            if (version % 2 == 0) {
                registered.challenge(version);
            } else {
                registered.promote(version);
            }
        }
    }

    private static Map<String, List<ScoredWindow>> byMachine() {
        return SCORES.stream().collect(Collectors.groupingBy(score -> score.window().machineId()));
    }

    private static void assertVersionsRise(String machineId, List<ScoredWindow> inOrder) {
        assertThat(inOrder)
                .as("versions on %s", machineId)
                .extracting(score -> Integer.valueOf(score.modelVersion()))
                .isSorted();
    }

    private static void assertItsVersionScoredIt(ScoredWindow score) {
        assertThat(Math.round(score.expectedL())).isEqualTo(Long.valueOf(score.modelVersion()));
        if (score.challengerVersion() != null) {
            assertThat(Math.round(score.challengerL()))
                    .isEqualTo(Long.valueOf(score.challengerVersion()));
        }
    }
}
