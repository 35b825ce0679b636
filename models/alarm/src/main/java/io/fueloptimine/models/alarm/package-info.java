/** Alarm settings, detector signals, and the statistics that alarm rules evaluate. */
package io.fueloptimine.models.alarm;
