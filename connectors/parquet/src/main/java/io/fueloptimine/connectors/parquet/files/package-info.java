/** The files of the lake: compaction, checksums, snapshots, retention. */
package io.fueloptimine.connectors.parquet.files;
