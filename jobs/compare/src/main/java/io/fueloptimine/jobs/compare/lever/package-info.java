/** The levers beside the choice of destinations, and how the simulated mine obeys their advice. */
package io.fueloptimine.jobs.compare.lever;
