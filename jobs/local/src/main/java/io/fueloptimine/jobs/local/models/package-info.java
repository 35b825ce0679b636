/**
 * The model registry as people read it on a terminal. Begin at {@link
 * io.fueloptimine.jobs.local.models.ModelPage}.
 */
package io.fueloptimine.jobs.local.models;
