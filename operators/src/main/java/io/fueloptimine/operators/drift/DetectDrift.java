package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.Adwin;
import io.fueloptimine.models.drift.MeanChange;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Detects lasting changes of a machine's residual ratio (residual over expected litres) with ADWIN.
 * Key the stream by machine.
 *
 * <p>A sample of the detector is the ratio of several windows together: their burnt litres over
 * their expected litres. Windows with few litres have ratios that depend on what the truck did in
 * the minute, and would otherwise outweigh the windows with most of the fuel.
 *
 * <p>When ADWIN detects a change, its size is measured from the mean before the first change that
 * was not reported yet, and relative to the litres that the truck burnt before: wear of 20 % is 20
 * % for a truck that always burnt more than its class, too. Wear in several small steps is
 * therefore reported when the sum of the steps is large enough. The smaller difference between two
 * operators is not reported.
 *
 * <p>Only haul trucks are used. The expected fuel of an auxiliary machine is a mean over its
 * duties, so that its residual depends on the duty. For a truck that was worn before its first
 * window there is no earlier mean to compare with; the alarm EXCESS_FUEL covers this case.
 *
 * <p>Only the first revision of windows with enough expected fuel is used. A new model version
 * resets the detector, because the residuals of two model versions differ. State expires after 30
 * days without windows.
 */
public final class DetectDrift extends KeyedProcessFunction<String, ScoredWindow, DriftEvent> {

    private static final DriftDetector DETECTOR = DriftDetector.ADWIN;
    private static final String METRIC = "residualRatio";

    private final DriftSettings settings;
    private transient ValueState<MachineDriftState> state;
    private transient Counter driftsFound;

    public DetectDrift(DriftSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<MachineDriftState> descriptor =
                new ValueStateDescriptor<>("machine-drift", Types.POJO(MachineDriftState.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(30)).build());
        state = getRuntimeContext().getState(descriptor);
        driftsFound = getRuntimeContext().getMetricGroup().counter("driftsFound");
    }

    @Override
    public void processElement(ScoredWindow score, Context context, Collector<DriftEvent> out)
            throws Exception {
        if (!isUsable(score)) {
            return;
        }
        MachineDriftState before = stateFor(version(score));
        double burntL = before.burntL() + burntL(score);
        double expectedL = before.expectedL() + score.expectedL();
        if (expectedL < settings.sampleL()) {
            state.update(before.withSample(burntL, expectedL));
            return;
        }
        addSample(before, burntL / expectedL - 1, score, out);
    }

    private void addSample(
            MachineDriftState before, double ratio, ScoredWindow last, Collector<DriftEvent> out)
            throws Exception {
        Adwin adwin = new Adwin(settings.adwin(), before.adwin());
        Optional<MeanChange> change = adwin.add(ratio / settings.scaleRatio());
        Double reference = before.referenceRatio();
        long samplesBefore =
                before.samplesBefore() + change.map(MeanChange::samplesBefore).orElse(0L);
        if (reference == null && change.isPresent()) {
            reference = change.get().meanBefore() * settings.scaleRatio();
        }
        double now = adwin.mean() * settings.scaleRatio();
        boolean drifted =
                reference != null
                        && adwin.width() >= settings.minSamples()
                        && isDrift(reference, now);
        if (drifted) {
            driftsFound.inc();
            out.collect(event(last, reference, now, samplesBefore, adwin.width()));
        }
        state.update(
                new MachineDriftState(
                        before.modelVersion(),
                        adwin.state(),
                        drifted ? null : reference,
                        drifted ? 0 : samplesBefore,
                        0,
                        0));
    }

    /** A truck that burnt nothing before has no level to compare with. */
    private boolean isDrift(double reference, double now) {
        return reference > -1 && Math.abs(now - reference) / (1 + reference) >= settings.minShift();
    }

    private boolean isUsable(ScoredWindow score) {
        return score.window().kind() == EquipmentKind.HAULTRUCK
                && score.window().revision() == 0
                && score.expectedL() >= settings.minExpectedL();
    }

    private MachineDriftState stateFor(String modelVersion) throws Exception {
        MachineDriftState current = state.value();
        return current != null && current.modelVersion().equals(modelVersion)
                ? current
                : MachineDriftState.empty(modelVersion, settings.adwin());
    }

    /** Litres of a window, limited to those of the largest ratio, L. */
    private double burntL(ScoredWindow score) {
        double largest = settings.maxRatio() * score.expectedL();
        double residualL = Math.max(-largest, Math.min(largest, score.residualL()));
        return score.expectedL() + residualL;
    }

    private static String version(ScoredWindow score) {
        return score.modelName() + "/" + score.modelVersion();
    }

    private static DriftEvent event(
            ScoredWindow score, double before, double after, long samplesBefore, long kept) {
        Instant at = score.window().end();
        return new DriftEvent(
                String.join(
                        "/",
                        score.machineKey(),
                        METRIC,
                        DETECTOR.name(),
                        Long.toString(at.toEpochMilli())),
                score.site(),
                score.machineId(),
                DETECTOR,
                METRIC,
                at,
                before,
                after,
                samplesBefore,
                kept,
                score.modelVersion());
    }
}
