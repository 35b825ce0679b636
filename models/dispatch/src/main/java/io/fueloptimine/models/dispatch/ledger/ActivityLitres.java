package io.fueloptimine.models.dispatch.ledger;

import io.fueloptimine.models.mine.reading.ProductionState;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Litres of haul trucks by activity. Immutable.
 *
 * @param loadedTravelL travelling loaded, L
 * @param emptyTravelL travelling empty, to fuel bays and parking places too, L
 * @param queueL queueing at loading units and dumps, L
 * @param loadingL spotting, loading and dumping, L
 * @param standingL stopped or parked, and while the state is unknown, L
 */
public record ActivityLitres(
        double loadedTravelL,
        double emptyTravelL,
        double queueL,
        double loadingL,
        double standingL) {

    /** No litres. */
    public static final ActivityLitres NONE = new ActivityLitres(0, 0, 0, 0, 0);

    /**
     * Litres burnt in one state.
     *
     * @param state the state of the truck; null when unknown
     */
    public static ActivityLitres of(ProductionState state, double litres) {
        if (state == null) {
            return new ActivityLitres(0, 0, 0, 0, litres);
        }
        return switch (state) {
            case HAULING -> new ActivityLitres(litres, 0, 0, 0, 0);
            case DRIVING -> new ActivityLitres(0, litres, 0, 0, 0);
            case QUEUED -> new ActivityLitres(0, 0, litres, 0, 0);
            case SPOTTING, LOADING, DUMPING -> new ActivityLitres(0, 0, 0, litres, 0);
            case STOPPED, PARKED, OFF -> new ActivityLitres(0, 0, 0, 0, litres);
        };
    }

    /** The litres of all activities, L. */
    public double total() {
        return loadedTravelL + emptyTravelL + queueL + loadingL + standingL;
    }

    /** The sum of both, by activity. */
    public ActivityLitres plus(ActivityLitres other) {
        return combined(other, Double::sum);
    }

    /** The litres of this minus those of the other, by activity. */
    public ActivityLitres minus(ActivityLitres other) {
        return combined(other, (own, others) -> own - others);
    }

    /** The same function applied to the litres of each activity. */
    ActivityLitres map(DoubleUnaryOperator function) {
        return new ActivityLitres(
                function.applyAsDouble(loadedTravelL),
                function.applyAsDouble(emptyTravelL),
                function.applyAsDouble(queueL),
                function.applyAsDouble(loadingL),
                function.applyAsDouble(standingL));
    }

    private ActivityLitres combined(ActivityLitres other, DoubleBinaryOperator operator) {
        return new ActivityLitres(
                operator.applyAsDouble(loadedTravelL, other.loadedTravelL),
                operator.applyAsDouble(emptyTravelL, other.emptyTravelL),
                operator.applyAsDouble(queueL, other.queueL),
                operator.applyAsDouble(loadingL, other.loadingL),
                operator.applyAsDouble(standingL, other.standingL));
    }
}
