package io.fueloptimine.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fueloptimine.connectors.parquet.LakeReader;
import io.fueloptimine.connectors.parquet.ParquetLake;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.legacy.SinkFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lake on a small disk that is full. Skipped where this process may not mount a tmpfs. */
@Timeout(180)
class FullDiskITCase {

    private static final int READINGS = 4_000;
    private static final int DISK_MIB = 8;
    private static final BlockingQueue<ReportedSignal> SIGNALS = new LinkedBlockingQueue<>();

    @TempDir Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        SIGNALS.clear();
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MIB + "m", "tmpfs", "" + disk),
                "skipped: this process may not mount a tmpfs");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    @Test
    void raisesAnAlarmAndLosesNothingAfterRoomIsMade() throws Exception {
        Path filler = disk.resolve("filler");
        fill(filler);
        JobClient job = start(disk.resolve("lake"));
        try {
            ReportedSignal full = nextSignal();
            assertThat(sequences()).hasSizeLessThan(READINGS);
            Files.delete(filler);
            ReportedSignal room = nextSignal();
            while (sequences().size() < READINGS) {
                assertThat(job.getJobStatus().get().isGloballyTerminalState()).isFalse();
            }

            assertThat(full.type()).isEqualTo(AlertType.FULL_DISK);
            assertThat(full.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(full.active()).isTrue();
            assertThat(full.cause()).contains("cannot be written (No space left on device)");
            assertThat(room.active()).isFalse();
            // Nothing is doubled either.
            assertThat(new HashSet<>(sequences())).hasSize(READINGS);
            assertThat(sequences()).hasSize(READINGS);
        } finally {
            job.cancel().get();
        }
    }

    private static ReportedSignal nextSignal() throws InterruptedException {
        ReportedSignal signal = SIGNALS.poll(60, TimeUnit.SECONDS);
        assertThat(signal).as("a signal within 60 s").isNotNull();
        return signal;
    }

    private JobClient start(Path lake) throws Exception {
        Configuration settings = new Configuration();
        settings.setString("pipeline.generic-types", "false");
        settings.setString("execution.checkpointing.interval", "200 ms");
        settings.setString("restart-strategy.type", "fixed-delay");
        settings.setString("restart-strategy.fixed-delay.attempts", "1000");
        settings.setString("restart-strategy.fixed-delay.delay", "100 ms");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(1, settings);
        env.fromSource(
                        new DataGeneratorSource<>(
                                FullDiskITCase::reading,
                                READINGS,
                                RateLimiterStrategy.perSecond(2_000),
                                TypeInformation.of(Reading.class)),
                        WatermarkStrategy.noWatermarks(),
                        "Readings")
                .uid("readings")
                .sinkTo(ParquetLake.readings(lake))
                .uid("lake");
        WatchDisk.of(env, lake, List.of("mine"), 1, Duration.ofMillis(100))
                .addSink(new Collecting())
                .uid("signals");
        return env.executeAsync();
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[4_096];
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left on device");
        }
    }

    private List<Object> sequences() throws IOException {
        List<Object> sequences = new ArrayList<>();
        new LakeReader(disk.resolve("lake"))
                .readings(List.of("sequence"), row -> sequences.add(row.get("sequence")));
        return sequences;
    }

    private static boolean run(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Reading reading(long number) {
        byte[] noise = new byte[200];
        new Random(number).nextBytes(noise);
        return new Reading(
                "mine",
                EquipmentKind.HAULTRUCK,
                "T1",
                ReadingStream.NOTE,
                number,
                Instant.parse("2026-01-05T22:00:00Z").plusSeconds(number),
                Instant.parse("2026-01-05T22:00:00Z"),
                false,
                List.of(),
                null,
                null,
                null,
                new Note("a", HexFormat.of().formatHex(noise)),
                null,
                null);
    }

    private static final class Collecting implements SinkFunction<ReportedSignal> {

        private static final long serialVersionUID = 1L;

        @Override
        public void invoke(ReportedSignal signal, Context context) {
            SIGNALS.add(signal);
        }
    }
}
