/** Recognises duplicate readings by sequence number or by time. */
package io.fueloptimine.models.quality.sequence;
