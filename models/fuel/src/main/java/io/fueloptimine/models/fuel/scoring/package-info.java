/** The models in use for scoring, loaded from the registry and replaced while the job runs. */
package io.fueloptimine.models.fuel.scoring;
