/**
 * The tonnes that the simulated mine has moved against its dig plan. Trucks stop hauling from a
 * face, and to a dump, whose tonnes are met.
 */
package io.fueloptimine.jobs.simulator.digplan;
