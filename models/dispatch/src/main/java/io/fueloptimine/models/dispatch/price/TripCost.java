package io.fueloptimine.models.dispatch.price;

/**
 * The travel time and fuel of one trip.
 *
 * @param seconds travel time, s
 * @param litres fuel, L
 */
public record TripCost(double seconds, double litres) {}
