-- Replay of rejected messages, and data quality by machine. H2 in MSSQLServer mode.
-- sql/sqlserver/V2__quality.sql contains the same; always change both files.

-- When a rejected message was last replayed (wall-clock time), and how often; null if never.
ALTER TABLE rejected_reading ADD replayed_at DATETIME2(3) NULL;
ALTER TABLE rejected_reading ADD replays INT NULL;

-- Counts of one machine's messages in one hour of event time; updated while messages arrive.
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
