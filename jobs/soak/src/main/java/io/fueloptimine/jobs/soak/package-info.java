/**
 * The soak: the streaming jobs under load while parts are killed, and the account of every reading.
 */
package io.fueloptimine.jobs.soak;
