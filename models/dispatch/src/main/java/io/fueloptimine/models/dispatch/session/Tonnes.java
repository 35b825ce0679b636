package io.fueloptimine.models.dispatch.session;

/**
 * Tonnes by loading unit. The arrays are not copied.
 *
 * @param loadedT tonnes loaded since the prices were computed, t
 * @param leftT tonnes of the dig plan that are left at the unit's face, t; infinite without a plan
 */
record Tonnes(double[] loadedT, double[] leftT) {}
