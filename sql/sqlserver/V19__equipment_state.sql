-- The latest of each machine. SQL Server 2016 SP1 or later.
-- sql/h2/V19__equipment_state.sql contains the same; always change both files.

-- One row for each machine. A group of columns ends with its own time, is written by one job and replaced by a newer time only:
-- state_at and window_at by job fuel, alarm_at by job alarms, assigned_at by job dispatch.
CREATE TABLE equipment_state (
    site                NVARCHAR(100) NOT NULL,
    machine_id          NVARCHAR(100) NOT NULL,
    production_state    NVARCHAR(50)  NULL,
    place_id            NVARCHAR(100) NULL,
    destination_id      NVARCHAR(100) NULL,
    counterpart_id      NVARCHAR(100) NULL,
    payload_t           FLOAT(53)     NULL,
    fuel_level_pct      FLOAT(53)     NULL,
    state_reason        NVARCHAR(100) NULL,
    state_at            DATETIME2(3)  NULL,
    kind                NVARCHAR(50)  NULL,
    equipment_class     NVARCHAR(100) NULL,
    fuel_lph            FLOAT(53)     NULL,
    expected_lph        FLOAT(53)     NULL,
    mean_speed_kph      FLOAT(53)     NULL,
    engine_on_share     FLOAT(53)     NULL,
    window_at           DATETIME2(3)  NULL,
    alert_id            NVARCHAR(200) NULL,
    alarm_type          NVARCHAR(50)  NULL,
    alarm_severity      NVARCHAR(50)  NULL,
    alarm_state         NVARCHAR(50)  NULL,
    alarm_raised_at     DATETIME2(3)  NULL,
    alarm_cleared_at    DATETIME2(3)  NULL,
    alarm_at            DATETIME2(3)  NULL,
    assignment_id       NVARCHAR(200) NULL,
    task                NVARCHAR(50)  NULL,
    task_destination_id NVARCHAR(100) NULL,
    assignment_reason   NVARCHAR(100) NULL,
    assigned_at         DATETIME2(3)  NULL,
    CONSTRAINT pk_equipment_state PRIMARY KEY (site, machine_id)
);
GRANT SELECT, INSERT, UPDATE ON equipment_state TO fuel_writer;
GRANT SELECT ON equipment_state TO fuel_analyst;
