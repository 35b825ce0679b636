package io.fueloptimine.models.drift.residual;

import io.fueloptimine.models.drift.Adwin;
import io.fueloptimine.models.drift.AdwinState;
import io.fueloptimine.models.drift.Cusum;
import io.fueloptimine.models.drift.CusumSettings;
import io.fueloptimine.models.drift.MeanChange;
import io.fueloptimine.models.drift.ReferenceScale;
import io.fueloptimine.models.drift.SumsState;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Detects lasting changes of the residual ratio of one truck. A sample is the ratio of some windows
 * together, without what the whole fleet burns too much at present.
 *
 * <p>Two detectors use the samples:
 *
 * <ul>
 *   <li>ADWIN detects steps against the truck's own past. The change must be larger than the
 *       differences between operators.
 *   <li>A cumulative sum detects slow wear: the distance of each sample from the truck's mean with
 *       the same operator ({@link References}), in spreads. The mean is learned from the first
 *       samples after the arrival of a model version; distances from a mean of few samples count
 *       less.
 * </ul>
 *
 * <p>After a change, the references move by its size and both detectors begin anew, so that a truck
 * that stays drifted is reported once. Not thread-safe.
 */
public final class TruckDrift {

    private static final int SPREAD_PRIOR_SAMPLES = 24;

    /** How much larger than a reported drift another rise is that is reported too. */
    private static final double NEWS = 2;

    /** How much longer a step down must last than a step up. */
    private static final int LONG_FALL = 4;

    /** Samples for which the uncertainty of a reference is as large as the spread of a sample. */
    private static final double REFERENCE_UNCERTAINTY = 10;

    private final DriftSettings settings;
    private final CusumSettings wearSettings;
    private final String truckClass;
    private Adwin adwin;
    private Cusum wear;
    private Double stepReference;
    private long samplesBefore;
    private References references;
    private SampleTimes times;
    private WorkRatios works;
    private PartOfSample sample;
    private PartOfSample block;
    private Double healthyRatio;

    /** Creates a detector that continues from a saved state. */
    public TruckDrift(DriftSettings settings, TruckDriftState state) {
        this.settings = settings;
        this.wearSettings = new CusumSettings(0, settings.wearSlack(), settings.wearThreshold());
        this.truckClass = state.truckClass();
        this.adwin = new Adwin(settings.adwin(), state.adwin());
        this.wear = new Cusum(wearSettings, state.wear());
        this.stepReference = state.stepReference();
        this.samplesBefore = state.samplesBefore();
        this.references = state.references();
        this.times = state.times();
        this.works = state.works();
        this.sample = state.sample();
        this.block = state.block();
        this.healthyRatio = state.healthyRatio();
    }

    /** A copy of the state. */
    public TruckDriftState state() {
        return new TruckDriftState(
                truckClass,
                adwin.state(),
                stepReference,
                samplesBefore,
                wear.state(),
                references,
                times,
                works,
                sample,
                block,
                healthyRatio);
    }

    /**
     * Adds a window.
     *
     * @param commonRatio what the fleet burns too much at present, as a share of expected litres
     * @return the change that was detected with this window, or empty
     */
    public Optional<ResidualChange> add(TruckWindow window, double commonRatio) {
        double largest = settings.maxRatio() * window.expectedL();
        double residualL =
                Math.max(-largest, Math.min(largest, window.burntL() - window.expectedL()));
        double reference = references.meanOf(window.operatorId());
        double usual = works.usualDeviationOf(window.work());
        works = works.with(window.work(), window.burntL(), window.expectedL());
        block = block.with(window, residualL - reference * window.expectedL());
        if (!sample.operatorId().equals(window.operatorId())) {
            sample = PartOfSample.NONE;
        }
        sample = sample.with(window, residualL - (commonRatio + usual) * window.expectedL());
        if (sample.windows() < settings.sampleWindows()) {
            return Optional.empty();
        }
        PartOfSample complete = sample;
        sample = PartOfSample.NONE;
        times = times.with(complete.startMs());
        return change(complete.operatorId(), complete.ratio());
    }

    /** The truck's class; the empty text when unknown. */
    public String truckClass() {
        return truckClass;
    }

    /** What the truck burnt lately by kind of work. */
    public WorkRatios works() {
        return works;
    }

    /** The ratio before a reported drift that lasts. */
    public OptionalDouble healthyRatio() {
        return healthyRatio == null ? OptionalDouble.empty() : OptionalDouble.of(healthyRatio);
    }

    /** The standard deviation of a sample. */
    double spread() {
        return references.spread(settings.usualSpread(), SPREAD_PRIOR_SAMPLES);
    }

    /** Ends the block of the truck's group; the residuals are those above the references. */
    PartOfSample endBlock() {
        PartOfSample ended = block;
        block = PartOfSample.NONE;
        return ended;
    }

    /** All trucks of a group have changed: the truck's references are learned again. */
    void groupChanged(double shift) {
        references = references.shiftedWithGroup(shift);
        healthyRatio = healthyRatio == null ? null : healthyRatio + shift;
        beginAnew();
    }

    private Optional<ResidualChange> change(String operatorId, double ratio) {
        Optional<ResidualChange> slow = wear(operatorId, ratio);
        Optional<ResidualChange> found = step(ratio).or(() -> slow).filter(this::isDrift);
        found.ifPresent(
                change -> {
                    references = references.shifted(change.shift());
                    beginAnew();
                });
        return found.filter(this::isNews).map(this::reported);
    }

    /**
     * Whether a change is more than a correction of a reported one. A step is often detected before
     * its whole size is known.
     */
    private boolean isNews(ResidualChange change) {
        return healthyRatio == null
                || isEnd(change)
                || change.ratioAfter() - healthyRatio
                        > NEWS * Math.abs(change.ratioBefore() - healthyRatio);
    }

    private boolean isEnd(ResidualChange change) {
        return healthyRatio != null
                && Math.abs(change.ratioAfter() - healthyRatio)
                        < Math.abs(change.ratioBefore() - healthyRatio) / 2;
    }

    /**
     * A fall counts after a rise. Without one, only a long step down counts: for an hour, trucks
     * often have lighter work.
     */
    private boolean isDrift(ResidualChange change) {
        return change.shift() > 0
                || healthyRatio != null
                || change.step() && change.samplesAfter() >= LONG_FALL * settings.minSamples();
    }

    private ResidualChange reported(ResidualChange change) {
        if (isEnd(change)) {
            healthyRatio = null;
            return change.asEnded(true);
        }
        if (healthyRatio == null) {
            healthyRatio = change.ratioBefore();
        }
        return change;
    }

    private Optional<ResidualChange> wear(String operatorId, double ratio) {
        double reference = references.meanOf(operatorId);
        double spread = spread();
        int known = references.samplesOf(operatorId);
        references = references.with(operatorId, ratio, settings.maxReference());
        if (known < settings.minReference()) {
            return Optional.empty();
        }
        double bound = settings.boundSpreads();
        double certainty = 1 / Math.sqrt(1 + REFERENCE_UNCERTAINTY / known);
        double spreads = Math.max(-bound, Math.min(bound, (ratio - reference) / spread));
        return wear.add(spreads * certainty)
                .map(change -> worn(change, reference, spread / certainty, known))
                .filter(change -> Math.abs(change.shift()) >= settings.minWear());
    }

    private ResidualChange worn(MeanChange change, double reference, double unit, int known) {
        return new ResidualChange(
                false,
                reference,
                reference + change.meanAfter() * unit,
                known,
                change.samplesAfter(),
                times.startOfNewest(change.samplesAfter()),
                false);
    }

    private Optional<ResidualChange> step(double ratio) {
        ReferenceScale scale = new ReferenceScale(0, spread(), settings.boundSpreads());
        double units = 2 * settings.boundSpreads() / settings.stepUnit();
        Optional<MeanChange> change = adwin.add(scale.sample(ratio) * units);
        samplesBefore += change.map(MeanChange::samplesBefore).orElse(0L);
        if (stepReference == null && change.isPresent()) {
            stepReference = scale.error(change.get().meanBefore() / units);
        }
        if (stepReference == null || adwin.width() < settings.minSamples()) {
            return Optional.empty();
        }
        double now = scale.error(adwin.mean() / units);
        if (stepReference <= -1
                || Math.abs(now - stepReference) / (1 + stepReference) < settings.minShift()) {
            return Optional.empty();
        }
        return Optional.of(
                new ResidualChange(
                        true,
                        stepReference,
                        now,
                        samplesBefore,
                        adwin.width(),
                        times.startOfNewest(adwin.width()),
                        false));
    }

    private void beginAnew() {
        adwin = new Adwin(settings.adwin(), AdwinState.empty(settings.adwin()));
        wear = new Cusum(wearSettings, SumsState.EMPTY);
        stepReference = null;
        samplesBefore = 0;
    }
}
