package io.fueloptimine.models.dispatch.ledger;

import io.fueloptimine.models.dispatch.bound.TravelCosts;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ojalgo.random.TDistribution;

/**
 * The litres that the baseline period expects for a shift: for activities of haul cycles a factor
 * on the norm litres of the shift's tonnes ({@link HaulNorm}), for standing trucks a constant. The
 * factors are those of a regression through the origin, so that the activities add up to the total.
 *
 * <p>The norm litres follow from tonnes, distance and lift, by face and dump. Empty travel, queues
 * and payloads of the shift itself are not part of them: they are what may be saved. Immutable and
 * thread-safe.
 */
public final class BaselineFit {

    private final HaulNorm norm;
    private final ActivityLitres perNormLitre;
    private final double standingL;
    private final int shifts;
    private final double normSquares;
    private final double meanCoveredH;
    private final double meanNormL;
    private final double emptyLpm;
    private final double totalSd;
    private final ActivityLitres activitySd;

    private BaselineFit(List<ShiftWork> baseline, TravelCosts metres) {
        norm = new HaulNorm(baseline);
        shifts = baseline.size();
        double[] normL = baseline.stream().mapToDouble(norm::litres).toArray();
        double normSum = 0;
        double squares = 0;
        ActivityLitres weighted = ActivityLitres.NONE;
        double standing = 0;
        for (int i = 0; i < shifts; i++) {
            double weight = normL[i];
            normSum += weight;
            squares += weight * weight;
            weighted = weighted.plus(baseline.get(i).litres().map(litres -> litres * weight));
            standing += baseline.get(i).litres().standingL();
        }
        normSquares = squares;
        meanNormL = normSum / shifts;
        perNormLitre = weighted.map(litres -> litres / normSquares);
        standingL = standing / shifts;
        meanCoveredH = baseline.stream().mapToDouble(ShiftWork::coveredH).average().orElseThrow();
        emptyLpm = emptyLitresPerMetre(baseline, metres);
        double total = 0;
        ActivityLitres byActivity = ActivityLitres.NONE;
        for (int i = 0; i < shifts; i++) {
            ActivityLitres residual = baseline.get(i).litres().minus(expected(normL[i]));
            total += residual.total() * residual.total();
            byActivity = byActivity.plus(residual.map(litres -> litres * litres));
        }
        int freedom = degreesOfFreedom();
        totalSd = Math.sqrt(total / freedom);
        activitySd = byActivity.map(sum -> Math.sqrt(sum / freedom));
    }

    static BaselineFit of(List<ShiftWork> baseline, TravelCosts metres) {
        return new BaselineFit(baseline, metres);
    }

    private static double emptyLitresPerMetre(List<ShiftWork> baseline, TravelCosts metres) {
        double litres = 0;
        double driven = 0;
        for (ShiftWork shift : baseline) {
            litres += shift.litres().emptyTravelL();
            driven += EmptyTravel.of(shift, metres).drivenM();
        }
        return driven > 0 ? litres / driven : 0;
    }

    /** The number of shifts of the baseline period. */
    public int shifts() {
        return shifts;
    }

    /** The mean truck hours of a baseline shift that fuel readings cover, h. */
    public double meanCoveredH() {
        return meanCoveredH;
    }

    /** The standard deviation of the residuals of the baseline shifts, L. */
    public double residualSdL() {
        return totalSd;
    }

    /** The litres that the baseline expects for the hauls of a shift, by activity. */
    public ActivityLitres expected(ShiftWork shift) {
        return expected(norm.litres(shift));
    }

    /** The work of a shift divided by that of the mean baseline shift. */
    public double relativeWork(ShiftWork shift) {
        return norm.litres(shift) / meanNormL;
    }

    /** The share of the tonnes of a shift on hauls that are rare in the baseline, 0 to 1. */
    public double unknownShare(ShiftWork shift) {
        return norm.unknownTonnes(shift) / shift.tonnes();
    }

    /**
     * The most litres of empty travel that a dispatcher could have saved in a shift: those expected
     * minus those of the least empty travel between its dumps and faces, L, 0 or more.
     */
    double saveableEmptyTravelL(ShiftWork shift, TravelCosts metres) {
        double leastL = emptyLpm * EmptyTravel.of(shift, metres).leastM();
        return Math.max(0, expected(shift).emptyTravelL() - leastL);
    }

    /** The uncertainty of the expected litres of all activities together. */
    Uncertainty ofTotal(ShiftWork shift) {
        return uncertainty(shift, totalSd, perNormLitre.total() - perNormLitre.standingL());
    }

    /** The uncertainty of the expected litres of one activity. */
    Uncertainty of(ShiftWork shift, ToDoubleFunction<ActivityLitres> activity) {
        double factor =
                activity.applyAsDouble(
                        new ActivityLitres(
                                perNormLitre.loadedTravelL(),
                                perNormLitre.emptyTravelL(),
                                perNormLitre.queueL(),
                                perNormLitre.loadingL(),
                                0));
        return uncertainty(shift, activity.applyAsDouble(activitySd), factor);
    }

    private Uncertainty uncertainty(ShiftWork shift, double sd, double factor) {
        double fitL = sd * norm.litres(shift) / Math.sqrt(normSquares);
        double hauls = factor * norm.standardErrorL(shift);
        return new Uncertainty(sd, Math.hypot(fitL, hauls), t95());
    }

    private ActivityLitres expected(double normL) {
        return new ActivityLitres(
                perNormLitre.loadedTravelL() * normL,
                perNormLitre.emptyTravelL() * normL,
                perNormLitre.queueL() * normL,
                perNormLitre.loadingL() * normL,
                standingL);
    }

    /** Two parameters are fitted: the factor on the norm litres and the litres of standing. */
    private int degreesOfFreedom() {
        return Math.max(1, shifts - 2);
    }

    private double t95() {
        return TDistribution.of(degreesOfFreedom()).getQuantile(0.975);
    }
}
