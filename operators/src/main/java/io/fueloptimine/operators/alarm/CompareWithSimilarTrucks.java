package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.PendingSignals;
import io.fueloptimine.models.alarm.SimilarTrucks;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds to a signal of excess fuel what similar trucks burnt in the hour before, which tells a sick
 * machine from a bad road: if the others burn more than expected as well, the cause is not the
 * machine. Emits the signals in order of event time. Key both inputs by site and equipment class.
 *
 * <p>State: the minutes of the last hour, and signals that wait for the watermark.
 */
final class CompareWithSimilarTrucks
        extends KeyedCoProcessFunction<String, AlarmSignal, ScoredWindow, AlarmSignal> {

    private static final long serialVersionUID = 1L;

    private static final long SPAN_MS = Duration.ofHours(1).toMillis();

    /** With fewer other trucks there is no comparison. */
    private static final int FEWEST = 2;

    private final double commonRatio;
    private transient MapState<Long, PendingSignals> pending;
    private transient MapState<Long, SimilarTrucks> minutes;

    /**
     * @param commonRatio the excess of the others from which on the cause is a common one
     */
    CompareWithSimilarTrucks(double commonRatio) {
        this.commonRatio = commonRatio;
    }

    @Override
    public void open(OpenContext context) {
        pending =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "signals-to-compare",
                                        Types.LONG,
                                        Types.POJO(PendingSignals.class)));
        minutes =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "minutes-of-class",
                                        Types.LONG,
                                        Types.POJO(SimilarTrucks.class)));
    }

    @Override
    public void processElement1(AlarmSignal signal, Context context, Collector<AlarmSignal> out)
            throws Exception {
        long at = context.timestamp();
        if (at <= context.timerService().currentWatermark()) {
            out.collect(compared(signal, at));
            return;
        }
        PendingSignals known = pending.get(at);
        pending.put(at, (known == null ? PendingSignals.NONE : known).with(signal));
        context.timerService().registerEventTimeTimer(at);
    }

    @Override
    public void processElement2(ScoredWindow score, Context context, Collector<AlarmSignal> out)
            throws Exception {
        long at = context.timestamp();
        long endsAt = at + SPAN_MS;
        if (endsAt <= context.timerService().currentWatermark()) {
            return;
        }
        SimilarTrucks known = minutes.get(at);
        minutes.put(
                at,
                (known == null ? SimilarTrucks.NONE : known)
                        .with(score.machineId(), score.window().fuelL(), score.expectedL()));
        context.timerService().registerEventTimeTimer(endsAt);
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<AlarmSignal> out)
            throws Exception {
        PendingSignals now = pending.get(at);
        if (now != null) {
            pending.remove(at);
            for (AlarmSignal signal : now.inOrder()) {
                out.collect(compared(signal, at));
            }
        }
        minutes.remove(at - SPAN_MS);
    }

    private AlarmSignal compared(AlarmSignal signal, long at) throws Exception {
        if (!signal.present()) {
            return signal;
        }
        SimilarTrucks hour = SimilarTrucks.NONE;
        for (Map.Entry<Long, SimilarTrucks> minute : minutes.entries()) {
            if (minute.getKey() <= at && minute.getKey() > at - SPAN_MS) {
                hour = hour.plus(minute.getValue());
            }
        }
        if (hour.othersOf(signal.machineId()) < FEWEST) {
            return signal;
        }
        // Rounded, because the order of adding up differs between runs.
        double ratio = Math.round(hour.ratioOfOthers(signal.machineId()) * 1_000) / 1_000.0;
        Map<String, Double> evidence = new TreeMap<>(signal.evidence());
        evidence.put("similarTrucks", (double) hour.othersOf(signal.machineId()));
        evidence.put("similarRatio", ratio);
        return signal.withEvidence(evidence)
                .withText(ratio >= commonRatio ? "fleet" : "machine", signal.words());
    }
}
