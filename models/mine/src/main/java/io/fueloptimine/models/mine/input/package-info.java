/**
 * Writes and reads records as JSON, and strictly reads JSON, YAML and text files. A fault names the
 * field, the value and what is expected; it never contains a message of a library. Begin with
 * {@link io.fueloptimine.models.mine.input.MineJson} and {@link
 * io.fueloptimine.models.mine.input.StrictFormat}.
 */
package io.fueloptimine.models.mine.input;
