package io.fueloptimine.models.alarm;

/**
 * The value of a constant signal, and how long the signal has been constant while its machine
 * worked.
 *
 * @param value the constant value, in the unit of the signal
 * @param minutes the number of working minutes with this value
 */
public record RepeatedValue(double value, int minutes) {}
