/** One run of the simulated mine under one policy, and what came out of it. */
package io.fueloptimine.jobs.compare.run;
