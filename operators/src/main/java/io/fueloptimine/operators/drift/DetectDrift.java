package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.Adwin;
import io.fueloptimine.models.drift.AdwinState;
import io.fueloptimine.models.drift.MeanChange;
import io.fueloptimine.models.mine.DriftDetector;
import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ScoredWindow;
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
 * Notices when a machine's residuals change for good: ADWIN on residual over expected litres. Keyed
 * by machine.
 *
 * <p>ADWIN finds that something changed; how much is judged against the mean before the first
 * change not yet told of. So a wear that comes in steps, each too small to tell, is told once their
 * sum is large enough, and the step between two operators, which is smaller, is not.
 *
 * <p>Only haul trucks count: what an auxiliary machine should burn is a mean over its duties, and
 * its residual tells of the duty. A truck that was worn before it was first seen has nothing to be
 * compared with; the alarm for excess fuel finds that one.
 *
 * <p>Only first results of a window count, with burn enough to mean something. A new model begins a
 * new history: its residuals are others.
 */
public final class DetectDrift extends KeyedProcessFunction<String, ScoredWindow, DriftEvent> {

    private static final DriftDetector DETECTOR = DriftDetector.ADWIN;
    private static final String METRIC = "residualRatio";

    private final DriftSettings settings;
    private transient ValueState<MachineDrift> state;
    private transient Counter driftsFound;

    public DetectDrift(DriftSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<MachineDrift> descriptor =
                new ValueStateDescriptor<>("machine-drift", Types.POJO(MachineDrift.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(30)).build());
        state = getRuntimeContext().getState(descriptor);
        driftsFound = getRuntimeContext().getMetricGroup().counter("driftsFound");
    }

    @Override
    public void processElement(ScoredWindow score, Context context, Collector<DriftEvent> out)
            throws Exception {
        if (!tells(score)) {
            return;
        }
        MachineDrift before = historyFor(version(score));
        Adwin adwin = new Adwin(settings.adwin(), before.adwin());
        Optional<MeanChange> change = adwin.add(ratio(score) / settings.scaleRatio());
        Double reference = before.referenceRatio();
        long forgotten = before.forgotten() + change.map(MeanChange::samplesBefore).orElse(0L);
        if (reference == null && change.isPresent()) {
            reference = change.get().meanBefore() * settings.scaleRatio();
        }
        double now = adwin.mean() * settings.scaleRatio();
        boolean drifted =
                reference != null
                        && adwin.width() >= settings.minWindows()
                        && Math.abs(now - reference) >= settings.minShift();
        if (drifted) {
            driftsFound.inc();
            out.collect(event(score, reference, now, forgotten, adwin.width()));
        }
        state.update(
                new MachineDrift(
                        before.modelVersion(),
                        adwin.state(),
                        drifted ? null : reference,
                        drifted ? 0 : forgotten));
    }

    private boolean tells(ScoredWindow score) {
        return score.window().kind() == EquipmentKind.HAULTRUCK
                && score.window().revision() == 0
                && score.expectedL() >= settings.minExpectedL();
    }

    private MachineDrift historyFor(String modelVersion) throws Exception {
        MachineDrift known = state.value();
        return known != null && known.modelVersion().equals(modelVersion)
                ? known
                : new MachineDrift(modelVersion, AdwinState.empty(settings.adwin()), null, 0);
    }

    private double ratio(ScoredWindow score) {
        double ratio = score.residualL() / score.expectedL();
        return Math.max(-settings.maxRatio(), Math.min(settings.maxRatio(), ratio));
    }

    private static String version(ScoredWindow score) {
        return score.modelName() + "/" + score.modelVersion();
    }

    private static DriftEvent event(
            ScoredWindow score, double before, double after, long forgotten, long kept) {
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
                forgotten,
                kept,
                score.modelVersion());
    }
}
