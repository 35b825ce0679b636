/** The soak: load and faults on the streaming jobs, and a check of every reading afterwards. */
package io.fueloptimine.jobs.soak;
