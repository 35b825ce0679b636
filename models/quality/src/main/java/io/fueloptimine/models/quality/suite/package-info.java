/** Validation suites: rules, their scopes, and the reader of suite files. */
package io.fueloptimine.models.quality.suite;
