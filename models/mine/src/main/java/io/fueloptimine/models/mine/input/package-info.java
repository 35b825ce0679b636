/**
 * JSON of the records, and strict reading of JSON, YAML and text: a fault names field, value and
 * what is expected, never the text of a library. Begin at {@link
 * io.fueloptimine.models.mine.input.MineJson} and {@link
 * io.fueloptimine.models.mine.input.StrictFormat}.
 */
package io.fueloptimine.models.mine.input;
