/** Versions of the fuel model and their retraining. */
package io.fueloptimine.models.mine.model;
