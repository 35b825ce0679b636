/** Users of the built-in broker, and the topics that each of them can read and write. */
package io.fueloptimine.jobs.broker.access;
