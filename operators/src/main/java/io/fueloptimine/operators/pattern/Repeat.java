package io.fueloptimine.operators.pattern;

/**
 * How long one signal has said one value while its machine worked.
 *
 * @param value the value
 * @param minutes for how many working minutes
 */
public record Repeat(double value, int minutes) {}
