/** What machines send: telemetry, changes of state, refuellings, notes and replies. */
package io.fueloptimine.models.mine.reading;
