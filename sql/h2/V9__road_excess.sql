-- What road segments cost beyond their published rolling resistance. H2 in MSSQLServer mode.
-- sql/sqlserver/V9__road_excess.sql contains the same; always change both files.

-- One row for each segment and hour with passes of trucks. excess_pct is in % of weight; low_pct is its lower bound at 95 % for all
-- segments together; grading_rank is null unless low_pct is above 0.
CREATE TABLE road_excess (
    site                NVARCHAR(100) NOT NULL,
    segment_id          NVARCHAR(100) NOT NULL,
    at                  DATETIME2(3)  NOT NULL,
    passes              INT           NULL,
    excess_pct          FLOAT(53)     NULL,
    standard_error_pct  FLOAT(53)     NULL,
    low_pct             FLOAT(53)     NULL,
    excess_ratio        FLOAT(53)     NULL,
    litres_per_day      FLOAT(53)     NULL,
    litres_per_day_low  FLOAT(53)     NULL,
    litres_per_day_high FLOAT(53)     NULL,
    grading_rank        INT           NULL,
    CONSTRAINT pk_road_excess PRIMARY KEY (site, segment_id, at)
);
