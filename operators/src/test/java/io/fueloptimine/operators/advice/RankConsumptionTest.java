package io.fueloptimine.operators.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.outlier.ResidualCell;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.MockStreamingRuntimeContext;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RankConsumptionTest {

    /** Eight trucks in six shifts, of which T3 burns 30 % more. */
    private static ConsumptionCells cells() {
        List<ResidualCell> cells = new ArrayList<>();
        for (int shift = 0; shift < 6; shift++) {
            for (int truck = 0; truck < 8; truck++) {
                double scatter = 1 + 0.02 * Math.sin(7.3 * truck + 3.1 * shift);
                cells.add(
                        new ResidualCell(
                                "T" + truck,
                                "OP" + (truck + 3 * shift) % 8,
                                AdviceSamples.START.plus(Duration.ofHours(12L * shift)),
                                10,
                                1_000 * scatter * (truck == 3 ? 1.3 : 1),
                                1_000));
            }
        }
        return new ConsumptionCells("andes", AdviceSamples.START.plus(Duration.ofHours(72)), cells);
    }

    @Test
    void anOperatorEmitsTheRanking() throws Exception {
        try (var harness =
                new OneInputStreamOperatorTestHarness<>(
                        new AsyncWaitOperatorFactory<>(
                                RankConsumption.standard(),
                                60_000,
                                10,
                                AsyncDataStream.OutputMode.ORDERED),
                        TypeInformation.of(ConsumptionCells.class)
                                .createSerializer(new SerializerConfigImpl()))) {
            harness.open();
            harness.processElement(new StreamRecord<>(cells(), 7));
            harness.endInput();

            assertThat(harness.extractOutputValues())
                    .filteredOn(ConsumptionOutlier::standsOut)
                    .extracting(ConsumptionOutlier::code)
                    .containsExactly("T3");
        }
    }

    @Test
    void ranksOnAThreadOfItsOwn() throws Exception {
        Ranking ranking = ranked(cells());

        assertThat(ranking.thread()).isEqualTo("consumption-ranking");
        assertThat(ranking.outliers()).hasSize(16);
    }

    @Test
    void aRankingThatFailsIsLeftOut() throws Exception {
        ConsumptionCells broken = new ConsumptionCells("andes", AdviceSamples.START, null);

        assertThat(ranked(broken).outliers()).isEmpty();
    }

    @Test
    void anErrorFailsTheJob() throws Exception {
        StackOverflowError error = new StackOverflowError();
        RankConsumption function =
                opened(
                        cells -> {
                            throw error;
                        });
        try {
            Result result = invoked(function, cells());

            assertThat(result.ranking())
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableOfType(ExecutionException.class)
                    .withCause(error);
        } finally {
            function.close();
        }
    }

    @Test
    void aTimeoutCancelsTheRankingSoThatTheNextOneRuns() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        ConsumptionCells slow = new ConsumptionCells("slow", AdviceSamples.START, List.of());
        RankConsumption function =
                opened(
                        cells -> {
                            if (cells.site().equals("slow")) {
                                begun.countDown();
                                waitForInterrupt();
                            }
                            return List.of();
                        });
        try {
            Result first = invoked(function, slow);
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            Result second = invoked(function, cells());

            function.timeout(slow, first);

            assertThat(first.ranking().get(30, TimeUnit.SECONDS).outliers()).isEmpty();
            assertThat(second.ranking().get(30, TimeUnit.SECONDS).thread())
                    .isEqualTo("consumption-ranking");
        } finally {
            function.close();
        }
    }

    private static void waitForInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }

    private static RankConsumption opened(RankConsumption.Ranking ranking) {
        RankConsumption function = new RankConsumption(ranking);
        function.setRuntimeContext(new MockStreamingRuntimeContext(1, 0));
        function.open(DefaultOpenContext.INSTANCE);
        return function;
    }

    private static Result invoked(RankConsumption function, ConsumptionCells cells) {
        Result result = new Result(new CompletableFuture<>());
        function.asyncInvoke(cells, result);
        return result;
    }

    private static Ranking ranked(ConsumptionCells cells) throws Exception {
        RankConsumption function = RankConsumption.standard();
        function.setRuntimeContext(new MockStreamingRuntimeContext(1, 0));
        function.open(DefaultOpenContext.INSTANCE);
        try {
            return invoked(function, cells).ranking().get(30, TimeUnit.SECONDS);
        } finally {
            function.close();
        }
    }

    private record Ranking(String thread, Collection<ConsumptionOutlier> outliers) {}

    private record Result(CompletableFuture<Ranking> ranking)
            implements ResultFuture<ConsumptionOutlier> {

        @Override
        public void complete(Collection<ConsumptionOutlier> outliers) {
            ranking.complete(new Ranking(Thread.currentThread().getName(), outliers));
        }

        @Override
        public void completeExceptionally(Throwable error) {
            ranking.completeExceptionally(error);
        }

        @Override
        public void complete(CollectionSupplier<ConsumptionOutlier> supplier) {
            throw new UnsupportedOperationException();
        }
    }
}
