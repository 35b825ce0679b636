package io.fueloptimine.connectors.jdbc;

import static io.fueloptimine.connectors.jdbc.SqlType.TIME;

import io.fueloptimine.models.mine.consumption.DataDrift;

/** The tables of live data against training data, and the columns that each record writes. */
final class DriftTables {

    private static final SqlType NAME = SqlType.text(100);

    private DriftTables() {}

    /** The columns of {@code data_drift}, one row for each feature of a comparison. */
    static SqlTable<DataDrift> dataDrift() {
        return new SqlTable<DataDrift>("data_drift")
                .key("site", NAME, DataDrift::site)
                .key("equipment_class", NAME, DataDrift::equipmentClass)
                .key("feature", NAME, DataDrift::feature)
                .key("at", TIME, DataDrift::at)
                .time("since", DataDrift::since)
                .name("model_name", DataDrift::modelName)
                .shortText("model_version", DataDrift::modelVersion)
                .column("samples", SqlType.BIGINT, DataDrift::samples)
                .number("psi", DataDrift::psi)
                .number("psi_by_chance", DataDrift::psiByChance)
                .number("kullback_leibler", DataDrift::kullbackLeibler)
                .number("jensen_shannon", DataDrift::jensenShannon)
                .number("wasserstein", DataDrift::wasserstein)
                .number("kolmogorov_smirnov", DataDrift::kolmogorovSmirnov)
                .number("out_of_range_share", DataDrift::outOfRangeShare)
                .number("missing_share", DataDrift::missingShare)
                .shortText("status", DataDrift::status)
                .text("exceeded", DataDrift::exceeded)
                .text("counts", DataDrift::counts)
                .number("drifted_share", DataDrift::driftedShare);
    }
}
