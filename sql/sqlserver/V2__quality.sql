-- Dead letters that were sent through again, and how good each machine's data is. SQL Server 2016 SP1 or later.
-- sql/h2/V2__quality.sql says the same: change both or neither.

-- When a rejected message was last sent through again (wall-clock), and how often; null when it never was.
ALTER TABLE rejected_reading ADD replayed_at DATETIME2(3) NULL;
ALTER TABLE rejected_reading ADD replays INT NULL;

-- What became of one machine's messages in one hour of event time, as far as it was known when last told.
CREATE TABLE quality_hour (
    site                NVARCHAR(100) NOT NULL,
    machine_id          NVARCHAR(100) NOT NULL,
    hour_start          DATETIME2(3)  NOT NULL,
    received            BIGINT        NULL,
    valid               BIGINT        NULL,
    rejected            BIGINT        NULL,
    duplicates          BIGINT        NULL,
    flagged             BIGINT        NULL,
    late                BIGINT        NULL,
    worst_rule          NVARCHAR(100) NULL,
    worst_rule_rejected BIGINT        NULL,
    CONSTRAINT pk_quality_hour PRIMARY KEY (site, machine_id, hour_start)
);
CREATE INDEX ix_quality_hour_hour_start ON quality_hour (hour_start);
