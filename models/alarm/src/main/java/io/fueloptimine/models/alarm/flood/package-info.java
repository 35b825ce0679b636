/**
 * Flood control: signals of one cause on many machines become one alarm of their site. Begin with
 * {@link io.fueloptimine.models.alarm.flood.FloodControl}.
 */
package io.fueloptimine.models.alarm.flood;
