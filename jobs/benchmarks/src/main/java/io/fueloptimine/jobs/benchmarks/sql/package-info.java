/** {@code fuel bench sql}: upserts of fuel windows compared with plain inserts. */
package io.fueloptimine.jobs.benchmarks.sql;
