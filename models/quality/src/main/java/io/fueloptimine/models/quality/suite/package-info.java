/**
 * Validation suites: the rules, the machines to which they apply, and the reader of suite files.
 */
package io.fueloptimine.models.quality.suite;
