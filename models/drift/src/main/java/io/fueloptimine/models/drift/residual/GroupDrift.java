package io.fueloptimine.models.drift.residual;

import io.fueloptimine.models.drift.Cusum;
import io.fueloptimine.models.drift.CusumSettings;
import io.fueloptimine.models.drift.MeanChange;
import io.fueloptimine.models.drift.SumsState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Detects changes of the residuals of all trucks of a group at once, within some blocks of event
 * time. A cumulative sum adds up the ratio of all litres of the block, in standard errors. The
 * typical driving truck must show the change too, so that a few sick trucks are no drift of the
 * group. Not thread-safe.
 */
public final class GroupDrift {

    /** Standard error of the group's ratio relative to that of a mean of equal trucks. */
    private static final double ERROR_OF_RATIO = 1.25;

    /** Share of the group's change that the typical driving truck must show. */
    private static final double TYPICAL_SHARE = 1.0 / 3;

    private static final double LEFT_OUT_AT_EITHER_END = 0.1;
    private static final double WEIGHT_OF_NEWEST_BLOCK = 0.3;

    private final FleetDriftSettings settings;
    private final CusumSettings cusumSettings;
    private Cusum cusum;
    private double level;
    private Double healthyLevel;
    private double recent;
    private double typical;

    /** Creates a detector that continues from a saved state. */
    public GroupDrift(FleetDriftSettings settings, GroupDriftState state) {
        this.settings = settings;
        this.cusumSettings = new CusumSettings(0, settings.slack(), settings.threshold());
        this.cusum = new Cusum(cusumSettings, state.sums());
        this.level = state.level();
        this.healthyLevel = state.healthyLevel();
        this.recent = state.recent();
        this.typical = state.typical();
    }

    /** A copy of the state. */
    public GroupDriftState state() {
        return new GroupDriftState(cusum.state(), level, healthyLevel, recent, typical);
    }

    /**
     * Adds a block.
     *
     * @param trucks what the trucks burnt in the block beyond their references, at least one truck
     * @param spread the standard deviation of a truck's sample
     * @param endMs end of the block, ms since the epoch (UTC)
     */
    Optional<ResidualChange> add(List<PartOfSample> trucks, double spread, long endMs) {
        List<PartOfSample> sorted =
                trucks.stream().sorted(Comparator.comparingDouble(PartOfSample::ratio)).toList();
        double ratio = ratioWithoutEnds(sorted);
        recent += (ratio - recent) * WEIGHT_OF_NEWEST_BLOCK;
        typical += (medianOfDriving(sorted) - typical) * WEIGHT_OF_NEWEST_BLOCK;
        double error = ERROR_OF_RATIO * spread / Math.sqrt(trucks.size());
        double errors = Math.max(-settings.bound(), Math.min(settings.bound(), ratio / error));
        return cusum.add(errors)
                .map(found -> change(found, found.meanAfter() * error, endMs))
                .filter(this::isDrift);
    }

    /** A fall is reported only after a rise: for a while, trucks often have lighter work. */
    private boolean isDrift(ResidualChange change) {
        return (change.shift() > 0 || isDrifted())
                && Math.abs(change.shift()) >= settings.minShift()
                && typical / change.shift() > TYPICAL_SHARE;
    }

    /** The group has changed: its present ratio is the new reference. */
    ResidualChange accept(ResidualChange change) {
        double before = level;
        level += change.shift();
        recent = 0;
        typical = 0;
        cusum = new Cusum(cusumSettings, SumsState.EMPTY);
        boolean ended =
                healthyLevel != null
                        && Math.abs(level - healthyLevel) < Math.abs(before - healthyLevel) / 2;
        if (ended) {
            healthyLevel = null;
        } else if (healthyLevel == null) {
            healthyLevel = before;
        }
        return new ResidualChange(
                false,
                before,
                level,
                change.samplesBefore(),
                change.samplesAfter(),
                change.sinceMs(),
                ended);
    }

    /** The fleet has changed, and with it this class: the class has no change of its own. */
    void moveWithFleet(double shift) {
        level += shift;
        healthyLevel = healthyLevel == null ? null : healthyLevel + shift;
        recent = 0;
        typical = 0;
        cusum = new Cusum(cusumSettings, SumsState.EMPTY);
    }

    /** The mean ratio above the trucks' references in the latest blocks. */
    public double recent() {
        return recent;
    }

    /** The ratio above the trucks' first references. */
    public double level() {
        return level;
    }

    /** Whether a reported drift lasts. */
    public boolean isDrifted() {
        return healthyLevel != null;
    }

    private ResidualChange change(MeanChange found, double shift, long endMs) {
        long blockMs = settings.blockMin() * 60_000L;
        return new ResidualChange(
                false,
                0,
                shift,
                found.samplesBefore(),
                found.samplesAfter(),
                endMs - found.samplesAfter() * blockMs,
                false);
    }

    /** The ratio of all litres, without the trucks with the highest and the lowest ratios. */
    private static double ratioWithoutEnds(List<PartOfSample> sorted) {
        int ends = (int) (sorted.size() * LEFT_OUT_AT_EITHER_END);
        double residualL = 0;
        double expectedL = 0;
        for (PartOfSample truck : sorted.subList(ends, sorted.size() - ends)) {
            residualL += truck.residualL();
            expectedL += truck.expectedL();
        }
        return residualL / expectedL;
    }

    /** The median ratio of the half of the trucks that burns most; those drive. */
    private static double medianOfDriving(List<PartOfSample> trucks) {
        double[] ratios =
                trucks.stream()
                        .sorted(Comparator.comparingDouble(truck -> -truck.expectedL()))
                        .limit((trucks.size() + 1) / 2)
                        .mapToDouble(PartOfSample::ratio)
                        .sorted()
                        .toArray();
        return ratios[ratios.length / 2];
    }
}
