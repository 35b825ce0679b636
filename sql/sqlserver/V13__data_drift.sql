-- Live data against training data. SQL Server 2016 SP1 or later.
-- sql/h2/V13__data_drift.sql contains the same; always change both files.

-- One feature of the fuel windows of one machine class, compared with the training data of the champion at a full hour. The
-- measures are effect sizes, which do not grow with samples; they are NULL with the status NO_REFERENCE, and feature is then *.
-- status is STABLE, DRIFTED, PART_OF_DAY (only values out of range and missing values were judged), TOO_FEW or NO_REFERENCE.
-- counts has the number of windows in each bin of the champion's histogram; drifted_share is that of all features of the class.
CREATE TABLE data_drift (
    site               NVARCHAR(100) NOT NULL,
    equipment_class    NVARCHAR(100) NOT NULL,
    feature            NVARCHAR(100) NOT NULL,
    at                 DATETIME2(3)  NOT NULL,
    since              DATETIME2(3)  NULL,
    model_name         NVARCHAR(100) NULL,
    model_version      NVARCHAR(50)  NULL,
    samples            BIGINT        NULL,
    psi                FLOAT(53)     NULL,
    psi_by_chance      FLOAT(53)     NULL,
    kullback_leibler   FLOAT(53)     NULL,
    jensen_shannon     FLOAT(53)     NULL,
    wasserstein        FLOAT(53)     NULL,
    kolmogorov_smirnov FLOAT(53)     NULL,
    out_of_range_share FLOAT(53)     NULL,
    missing_share      FLOAT(53)     NULL,
    status             NVARCHAR(50)  NULL,
    exceeded           NVARCHAR(MAX) NULL,
    counts             NVARCHAR(MAX) NULL,
    drifted_share      FLOAT(53)     NULL,
    CONSTRAINT pk_data_drift PRIMARY KEY (site, equipment_class, feature, at)
);
CREATE INDEX ix_data_drift_site_at ON data_drift (site, at);
