/** The command {@code fuel drift}: live data against the training data of the champion. */
package io.fueloptimine.jobs.cli.drift;
