package io.fueloptimine.operators.advice;

import io.fueloptimine.models.dispatch.outlier.ConsumptionRanking;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ranks the machines and operators of a site by their consumption ({@link ConsumptionRanking}) on a
 * thread of its own, because it takes up to a second with 600 trucks. A ranking that fails or takes
 * too long is cancelled, logged and left out; the next shift is ranked again. An {@link Error}
 * fails the job. Metric: {@code rankingMillis}, the time of the latest ranking.
 */
final class RankConsumption extends RichAsyncFunction<ConsumptionCells, ConsumptionOutlier> {

    /** Time after which a ranking is left out. */
    static final Duration TIMEOUT = Duration.ofMinutes(10);

    /** Highest number of sites that wait for their rankings. */
    static final int CAPACITY = 100;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RankConsumption.class);

    /** Ranks the sums of one site. */
    @FunctionalInterface
    interface Ranking extends Serializable {
        /**
         * The ranking.
         *
         * @throws java.util.concurrent.CancellationException if the thread was interrupted
         */
        List<ConsumptionOutlier> of(ConsumptionCells cells);
    }

    private final Ranking ranking;

    private transient ExecutorService thread;
    private transient Map<ResultFuture<ConsumptionOutlier>, FutureTask<Void>> pending;
    private transient volatile long rankingMillis;

    RankConsumption(Ranking ranking) {
        this.ranking = ranking;
    }

    /** Ranks with {@link ConsumptionRanking}. */
    static RankConsumption standard() {
        return new RankConsumption(
                cells -> ConsumptionRanking.of(cells.site(), cells.at(), cells.cells()));
    }

    @Override
    public void open(OpenContext context) {
        pending = new ConcurrentHashMap<>();
        thread =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread ranker = new Thread(task, "consumption-ranking");
                            ranker.setDaemon(true);
                            return ranker;
                        });
        getRuntimeContext().getMetricGroup().gauge("rankingMillis", () -> rankingMillis);
    }

    @Override
    public void asyncInvoke(ConsumptionCells cells, ResultFuture<ConsumptionOutlier> result) {
        FutureTask<Void> task = new FutureTask<>(() -> rank(cells, result), null);
        pending.put(result, task);
        thread.execute(task);
    }

    private void rank(ConsumptionCells cells, ResultFuture<ConsumptionOutlier> result) {
        try {
            result.complete(ranked(cells));
        } catch (Error e) {
            result.completeExceptionally(e);
        } finally {
            pending.remove(result);
        }
    }

    private List<ConsumptionOutlier> ranked(ConsumptionCells cells) {
        long begun = System.nanoTime();
        try {
            return ranking.of(cells);
        } catch (CancellationException e) {
            // Not a failure: the time is over, which is logged, or the task ends.
            throw e;
        } catch (RuntimeException e) {
            LOG.error("No ranking of consumption for {} at {}", cells.site(), cells.at(), e);
            return List.of();
        } finally {
            rankingMillis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        }
    }

    @Override
    public void timeout(ConsumptionCells cells, ResultFuture<ConsumptionOutlier> result) {
        LOG.error(
                "No ranking of consumption for {} at {} after {}",
                cells.site(),
                cells.at(),
                TIMEOUT);
        FutureTask<Void> task = pending.remove(result);
        if (task != null) {
            task.cancel(true);
        }
        result.complete(List.of());
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
