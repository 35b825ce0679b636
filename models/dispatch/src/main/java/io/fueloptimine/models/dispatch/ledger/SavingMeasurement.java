package io.fueloptimine.models.dispatch.ledger;

import io.fueloptimine.models.dispatch.bound.TravelCosts;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerPhase;
import io.fueloptimine.models.mine.saving.LedgerShift;
import io.fueloptimine.models.mine.saving.SavingBaseline;
import io.fueloptimine.models.mine.saving.SavingBasis;
import io.fueloptimine.models.mine.saving.SavingLever;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Measures the litres saved in a shift: those that the baseline expects for the hauls of the shift
 * minus those burnt, after the retrofit method of the IPMVP for a whole facility (option C). The
 * total is measured for the whole fleet; the levers are the same difference by activity of the
 * trucks, so that their sum is the total and no litre is booked twice. Negative savings are booked
 * as they are.
 *
 * <p>Nothing is measured for a shift without tonnes, with lost fuel readings, or with work that is
 * far from that of the baseline. Thread-safe.
 */
public final class SavingMeasurement {

    /** Outside these shares of the baseline's mean work, the litres of the fit are guesses. */
    private static final double LEAST_WORK = 0.5;

    private static final double MOST_WORK = 1.5;

    /** With a larger share of hauls unknown to the baseline, a remark says so. */
    private static final double KNOWN_ENOUGH = 0.05;

    private final BaselineFit fit;
    private final TravelCosts metres;
    private final double leastCoverage;

    /**
     * @param metres distance of empty trips by the shortest roads, m
     * @param leastCoverage the least truck hours with fuel readings, divided by those of a mean
     *     baseline shift, 0 to 1
     */
    public SavingMeasurement(BaselineFit fit, TravelCosts metres, double leastCoverage) {
        this.fit = fit;
        this.metres = metres;
        this.leastCoverage = leastCoverage;
    }

    /** The entry of a shift of the baseline period. */
    public static MeasuredShift baseline(ShiftWork shift) {
        String remark = shift.tonnes() > 0 ? "" : "no tonnes hauled: not part of the baseline";
        return unmeasured(shift, LedgerPhase.BASELINE, remark);
    }

    /** The entry of a shift that cannot be measured. */
    public static MeasuredShift notMeasured(ShiftWork shift, String reason) {
        return unmeasured(shift, LedgerPhase.NOT_MEASURED, reason);
    }

    /** Measures a shift. */
    public MeasuredShift of(ShiftWork shift) {
        String obstacle = obstacle(shift);
        return obstacle.isEmpty() ? measured(shift) : notMeasured(shift, obstacle);
    }

    private String obstacle(ShiftWork shift) {
        if (!(shift.tonnes() > 0)) {
            return "no tonnes hauled";
        }
        double coverage = shift.coveredH() / fit.meanCoveredH();
        if (coverage < leastCoverage) {
            return text(
                    "fuel readings cover %.0f truck hours, %.1f %% of a baseline shift; %.1f %% are"
                            + " needed",
                    shift.coveredH(), 100 * coverage, 100 * leastCoverage);
        }
        double work = fit.relativeWork(shift);
        if (work < LEAST_WORK || work > MOST_WORK) {
            return text(
                    "%.0f %% of the work of a baseline shift; the baseline holds from %.0f to %.0f"
                            + " %%",
                    100 * work, 100 * LEAST_WORK, 100 * MOST_WORK);
        }
        return "";
    }

    private MeasuredShift measured(ShiftWork shift) {
        ActivityLitres expected = fit.expected(shift);
        ActivityLitres saved = expected.minus(shift.litres());
        Uncertainty uncertainty = fit.ofTotal(shift);
        double unknown = fit.unknownShare(shift);
        String remark =
                unknown > KNOWN_ENOUGH
                        ? text(
                                "%.0f %% of the tonnes on hauls that are rare in the baseline",
                                100 * unknown)
                        : "";
        LedgerShift total =
                new LedgerShift(
                        idOf(shift),
                        shift.site(),
                        shift.start(),
                        shift.end(),
                        LedgerPhase.MEASURED,
                        shift.tonnes(),
                        shift.hauled().efhTonneM() / 1_000,
                        shift.coveredH(),
                        shift.litres().total(),
                        expected.total(),
                        saved.total(),
                        uncertainty.standardErrorL(),
                        uncertainty.noise95L(),
                        uncertainty.fit95L(),
                        remark);
        return new MeasuredShift(total, levers(shift, saved));
    }

    private List<FuelSaving> levers(ShiftWork shift, ActivityLitres saved) {
        double emptyL = saved.emptyTravelL();
        double limitL = fit.saveableEmptyTravelL(shift, metres);
        double dispatchL = Math.min(emptyL, limitL);
        List<FuelSaving> levers = new ArrayList<>();
        levers.add(saving(shift, SavingLever.DISPATCH, dispatchL, ActivityLitres::emptyTravelL));
        levers.add(saving(shift, SavingLever.QUEUES, saved.queueL(), ActivityLitres::queueL));
        levers.add(
                saving(
                        shift,
                        SavingLever.PARKED_TRUCKS,
                        saved.standingL(),
                        ActivityLitres::standingL));
        levers.add(
                saving(
                        shift,
                        SavingLever.LOADED_TRAVEL,
                        saved.loadedTravelL(),
                        ActivityLitres::loadedTravelL));
        levers.add(saving(shift, SavingLever.LOADING, saved.loadingL(), ActivityLitres::loadingL));
        if (emptyL > limitL) {
            levers.add(
                    saving(
                            shift,
                            SavingLever.UNEXPLAINED,
                            emptyL - limitL,
                            ActivityLitres::emptyTravelL));
        }
        return levers;
    }

    private FuelSaving saving(
            ShiftWork shift,
            SavingLever lever,
            double litres,
            ToDoubleFunction<ActivityLitres> activity) {
        Uncertainty uncertainty = fit.of(shift, activity);
        return new FuelSaving(
                shift.site() + "/MEASURED/" + lever + "/" + shift.start().toEpochMilli(),
                shift.site(),
                lever,
                SavingBaseline.BASELINE_PERIOD,
                shift.start(),
                shift.end(),
                litres,
                shift.tonnes(),
                SavingBasis.MEASURED,
                uncertainty.standardErrorL(),
                uncertainty.noise95L(),
                uncertainty.fit95L());
    }

    private static MeasuredShift unmeasured(ShiftWork shift, LedgerPhase phase, String remark) {
        LedgerShift total =
                new LedgerShift(
                        idOf(shift),
                        shift.site(),
                        shift.start(),
                        shift.end(),
                        phase,
                        shift.tonnes(),
                        shift.hauled().efhTonneM() / 1_000,
                        shift.coveredH(),
                        shift.litres().total(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        remark);
        return new MeasuredShift(total, List.of());
    }

    private static String idOf(ShiftWork shift) {
        return shift.site() + "/" + shift.start().toEpochMilli();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
