/**
 * Files of other systems as messages of machines: CSV, JSON and NDJSON, described by a mapping
 * file. Begin at {@link io.fueloptimine.jobs.backfill.files.FileHistory}.
 */
package io.fueloptimine.jobs.backfill.files;
