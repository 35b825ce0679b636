/** Decodes raw messages into readings: topics, fields, units, JSON schemas. */
package io.fueloptimine.models.message;
