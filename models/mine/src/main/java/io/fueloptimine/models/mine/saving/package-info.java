/** Litres saved, and the shifts they were measured in. */
package io.fueloptimine.models.mine.saving;
