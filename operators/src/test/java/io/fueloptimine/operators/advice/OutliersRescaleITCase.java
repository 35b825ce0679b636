package io.fueloptimine.operators.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier.Kind;
import io.fueloptimine.operators.EventTimeStreams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The parallelism changes from one to two and back while the sums of twelve sites wait for their
 * ranking. In the first round the trucks of all sites stand out, in the second round none does.
 */
@Timeout(180)
class OutliersRescaleITCase {

    private static final int SITES = 12;
    private static final Duration LIMIT = Duration.ofSeconds(50);

    private static final AtomicInteger SENT = new AtomicInteger();
    private static final Gate GATE = new Gate();
    private static final Queue<ConsumptionOutlier> PUBLISHED = new ConcurrentLinkedQueue<>();

    private static volatile int roundsToSend;

    @TempDir static Path folder;

    @Test
    void everySiteIsRankedAndPublishedAfterARescale() throws Exception {
        JobClient first = submit(1, new Configuration());
        send(1, first);
        JobClient second = submit(2, from(savepoint(first)));
        GATE.open(1);
        await(() -> PUBLISHED.size() == SITES, second);
        send(2, second);
        JobClient third = submit(1, from(savepoint(second)));
        GATE.open(2);
        await(() -> PUBLISHED.size() == 2 * SITES, third);
        third.cancel().get(LIMIT.toSeconds(), TimeUnit.SECONDS);

        List<ConsumptionOutlier> published = List.copyOf(PUBLISHED);
        assertThat(published.subList(0, SITES))
                .allMatch(outlier -> outlier.rank() != null)
                .extracting(ConsumptionOutlier::site)
                .containsExactlyInAnyOrderElementsOf(sites());
        assertThat(published.subList(SITES, 2 * SITES))
                .allMatch(outlier -> outlier.rank() == null)
                .extracting(ConsumptionOutlier::site)
                .containsExactlyInAnyOrderElementsOf(sites());
    }

    private static JobClient submit(int parallelism, Configuration configuration) throws Exception {
        StreamExecutionEnvironment env = EventTimeStreams.environment(parallelism);
        env.configure(configuration);
        DataStream<ConsumptionCells> sums =
                env.fromSource(
                                new DataGeneratorSource<>(
                                        index -> index,
                                        Long.MAX_VALUE,
                                        RateLimiterStrategy.perSecond(100),
                                        Types.LONG),
                                WatermarkStrategy.noWatermarks(),
                                "Clock")
                        .uid("clock")
                        .setParallelism(1)
                        .flatMap(OutliersRescaleITCase::nextRound)
                        .returns(ConsumptionCells.class)
                        .uid("rounds")
                        .setParallelism(1)
                        .keyBy(ConsumptionCells::site)
                        .map(cells -> cells)
                        .returns(ConsumptionCells.class)
                        .uid("sums");
        Advice.outliers(sums, new RankConsumption(OutliersRescaleITCase::ranked))
                .map(OutliersRescaleITCase::keep)
                .returns(ConsumptionOutlier.class)
                .uid("keep")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
        return env.executeAsync("outliers");
    }

    private static void nextRound(long tick, Collector<ConsumptionCells> out) {
        int round = SENT.get();
        if (round < roundsToSend) {
            for (String site : sites()) {
                out.collect(
                        new ConsumptionCells(
                                site,
                                AdviceSamples.START.plus(Duration.ofHours(round)),
                                List.of()));
            }
            SENT.incrementAndGet();
        }
    }

    private static List<ConsumptionOutlier> ranked(ConsumptionCells cells) {
        long round = Duration.between(AdviceSamples.START, cells.at()).toHours();
        GATE.pass(round);
        return List.of(
                new ConsumptionOutlier(
                        cells.site(),
                        Kind.MACHINE,
                        "T1",
                        cells.at(),
                        60,
                        6,
                        1.3,
                        1.2,
                        1.4,
                        round == 0 ? 1 : null));
    }

    private static ConsumptionOutlier keep(ConsumptionOutlier outlier) {
        PUBLISHED.add(outlier);
        return outlier;
    }

    private static List<String> sites() {
        return IntStream.range(0, SITES).mapToObj(site -> "site-" + site).toList();
    }

    private static void send(int rounds, JobClient job) throws Exception {
        roundsToSend = rounds;
        await(() -> SENT.get() == rounds, job);
    }

    private static String savepoint(JobClient job) throws Exception {
        return job.stopWithSavepoint(
                        false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static Configuration from(String savepoint) {
        Configuration configuration = new Configuration();
        configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        return configuration;
    }

    private static void await(BooleanSupplier condition, JobClient job) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(job.getJobStatus().get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("the job")
                    .matches(status -> !status.isGloballyTerminalState());
            assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
        }
    }

    /** Lets the rankings of the first rounds pass; the others wait. */
    private static final class Gate {

        private int rounds;

        synchronized void open(int first) {
            rounds = first;
            notifyAll();
        }

        synchronized void pass(long round) {
            try {
                while (round >= rounds) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the job has ended", e);
            }
        }
    }
}
