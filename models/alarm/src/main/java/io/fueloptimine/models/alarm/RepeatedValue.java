package io.fueloptimine.models.alarm;

/**
 * How long one signal has said one value while its machine worked.
 *
 * @param value the value
 * @param minutes for how many working minutes
 */
public record RepeatedValue(double value, int minutes) {}
