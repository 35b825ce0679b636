/** Advice to switch off the engines of trucks that wait for long. */
package io.fueloptimine.models.dispatch.idle;
