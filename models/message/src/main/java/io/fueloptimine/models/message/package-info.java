/**
 * Decodes raw messages into readings, with the rules for topics, fields, units and JSON schemas.
 */
package io.fueloptimine.models.message;
