/**
 * How good each machine's data is, hour by hour. Begin at {@link
 * io.fueloptimine.operators.quality.QualityHours}; what is done about bad data is an alarm.
 */
package io.fueloptimine.operators.quality;
