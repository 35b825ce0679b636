/** Sequence memory: recognises repeated readings by number or by time. */
package io.fueloptimine.models.quality.sequence;
