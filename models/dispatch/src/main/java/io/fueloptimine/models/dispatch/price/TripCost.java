package io.fueloptimine.models.dispatch.price;

/**
 * The travel time and fuel of one trip.
 *
 * @param seconds travel time, s
 * @param litres fuel, L
 */
public record TripCost(double seconds, double litres) {

    /** A copy with the litres multiplied by a factor. */
    TripCost timesLitres(double factor) {
        return new TripCost(seconds, litres * factor);
    }
}
