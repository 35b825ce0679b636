-- Refuellings and losses of tanks, and the reconciliation of fuel between two refuellings. SQL Server 2016 SP1 or later.
-- sql/h2/V14__tank.sql contains the same; always change both files.

-- Fuel that went into a tank (kind FILL) or was lost while the machine stood (DRAIN). source is LEVEL, BAY or BOTH; litres are
-- those of the fuel bay (bay_l) where it reports the refuelling, else those of the level (level_l). place is a location of the
-- mine map; confidence is 0 to 1.
CREATE TABLE tank_event (
    event_id         NVARCHAR(200) NOT NULL,
    site             NVARCHAR(100) NULL,
    machine_id       NVARCHAR(100) NULL,
    kind             NVARCHAR(50)  NULL,
    started_at       DATETIME2(3)  NULL,
    ended_at         DATETIME2(3)  NULL,
    litres           FLOAT(53)     NULL,
    standard_error_l FLOAT(53)     NULL,
    level_l          FLOAT(53)     NULL,
    bay_l            FLOAT(53)     NULL,
    level_before_pct FLOAT(53)     NULL,
    level_after_pct  FLOAT(53)     NULL,
    source           NVARCHAR(50)  NULL,
    bay_id           NVARCHAR(100) NULL,
    place            NVARCHAR(100) NULL,
    confidence       FLOAT(53)     NULL,
    CONSTRAINT pk_tank_event PRIMARY KEY (event_id)
);
CREATE INDEX ix_tank_event_machine ON tank_event (site, machine_id, started_at);

-- The fuel of one machine between two refuellings. level_l left the tank by its level, metered_l burnt by the machine's meter,
-- dispensed_l and level_rise_l are the refuelling at the end by bay and level, expected_l is the model's. difference_l is level_l
-- minus metered_l. verdict: CONSISTENT, THEFT, LEAK, METER_BIAS (with suspect), UNEXPLAINED or UNKNOWN.
CREATE TABLE fuel_reconciliation (
    interval_id       NVARCHAR(200) NOT NULL,
    site              NVARCHAR(100) NULL,
    machine_id        NVARCHAR(100) NULL,
    from_at           DATETIME2(3)  NULL,
    to_at             DATETIME2(3)  NULL,
    engine_off_h      FLOAT(53)     NULL,
    level_l           FLOAT(53)     NULL,
    metered_l         FLOAT(53)     NULL,
    dispensed_l       FLOAT(53)     NULL,
    level_rise_l      FLOAT(53)     NULL,
    expected_l        FLOAT(53)     NULL,
    drained_l         FLOAT(53)     NULL,
    difference_l      FLOAT(53)     NULL,
    standard_error_l  FLOAT(53)     NULL,
    leak_lph          FLOAT(53)     NULL,
    leak_error_lph    FLOAT(53)     NULL,
    meter_share       FLOAT(53)     NULL,
    meter_error_share FLOAT(53)     NULL,
    verdict           NVARCHAR(50)  NULL,
    suspect           NVARCHAR(50)  NULL,
    confidence        FLOAT(53)     NULL,
    CONSTRAINT pk_fuel_reconciliation PRIMARY KEY (interval_id)
);
CREATE INDEX ix_fuel_reconciliation_machine ON fuel_reconciliation (site, machine_id, to_at);
