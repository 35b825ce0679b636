package io.fueloptimine.models.alarm;

/**
 * How long a signal has been constant while its machine worked.
 *
 * @param value the value
 * @param minutes the number of working minutes
 */
public record RepeatedValue(double value, int minutes) {}
