/** Verdicts on messages, and the suites they are checked by. */
package io.fueloptimine.models.mine.quality;
