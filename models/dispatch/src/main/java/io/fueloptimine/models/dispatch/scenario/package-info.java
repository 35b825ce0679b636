/**
 * What a plan of the fleet would be in other situations: the state of a fleet from a file,
 * scenarios in words, and plans side by side. Begin with {@link
 * io.fueloptimine.models.dispatch.scenario.Scenario}.
 */
package io.fueloptimine.models.dispatch.scenario;
