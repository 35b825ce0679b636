-- Advice beside the routing: engines, payloads, machines and operators. H2 in MSSQLServer mode.
-- sql/sqlserver/V11__advice.sql contains the same; always change both files.

-- Advice to switch off the engine of a waiting truck, one row for each wait with advice. ended_at is when the wait was over;
-- engine_off_at is the start of the first minute with the engine off, NULL if the driver did not follow.
CREATE TABLE shutdown_advice (
    advice_id       NVARCHAR(200) NOT NULL,
    site            NVARCHAR(100) NULL,
    truck_id        NVARCHAR(100) NULL,
    reason          NVARCHAR(50)  NULL,
    since           DATETIME2(3)  NULL,
    advised_at      DATETIME2(3)  NULL,
    expected_rest_s FLOAT(53)     NULL,
    restart_cost_s  FLOAT(53)     NULL,
    litres_per_hour FLOAT(53)     NULL,
    expected_litres FLOAT(53)     NULL,
    text            NVARCHAR(MAX) NULL,
    engine_off_at   DATETIME2(3)  NULL,
    ended_at        DATETIME2(3)  NULL,
    CONSTRAINT pk_shutdown_advice PRIMARY KEY (advice_id)
);
CREATE INDEX ix_shutdown_advice_site_since ON shutdown_advice (site, since);

-- Loads of one operator of a loading unit in one shift; shares are of the nominal payload, under_share, over110_share and
-- over120_share of the number of loads. text is NULL when the loads are not off target beyond chance any more.
CREATE TABLE payload_advice (
    advice_id             NVARCHAR(200) NOT NULL,
    site                  NVARCHAR(100) NULL,
    unit_id               NVARCHAR(100) NULL,
    operator_id           NVARCHAR(100) NULL,
    shift_start           DATETIME2(3)  NULL,
    at                    DATETIME2(3)  NULL,
    loads                 INT           NULL,
    mean_share            FLOAT(53)     NULL,
    mean_low_share        FLOAT(53)     NULL,
    mean_high_share       FLOAT(53)     NULL,
    spread_share          FLOAT(53)     NULL,
    under_share           FLOAT(53)     NULL,
    over110_share         FLOAT(53)     NULL,
    over120_share         FLOAT(53)     NULL,
    lost_litres_per_tonne FLOAT(53)     NULL,
    text                  NVARCHAR(MAX) NULL,
    CONSTRAINT pk_payload_advice PRIMARY KEY (advice_id)
);

-- Machines and operators whose consumption stands out, one row for each ranking. ratio 1 is the average of the site, with an
-- interval at 95 % for all machines, or all operators, together; rank is NULL when one does not stand out any more.
CREATE TABLE consumption_outlier (
    site       NVARCHAR(100) NOT NULL,
    kind       NVARCHAR(50)  NOT NULL,
    code       NVARCHAR(100) NOT NULL,
    at         DATETIME2(3)  NOT NULL,
    hours      FLOAT(53)     NULL,
    shifts     INT           NULL,
    ratio      FLOAT(53)     NULL,
    low_ratio  FLOAT(53)     NULL,
    high_ratio FLOAT(53)     NULL,
    rank       INT           NULL,
    CONSTRAINT pk_consumption_outlier PRIMARY KEY (site, kind, code, at)
);
