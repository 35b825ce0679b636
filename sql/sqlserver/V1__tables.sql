-- The tables, SQL Server 2016 SP1 or later. Times are UTC and event time unless the name says otherwise; units are in the names.
-- Every table has a natural primary key, so that repeated writes of the same row change nothing.
-- sql/h2/V1__tables.sql contains the same tables; always change both files.

-- The machines of a mine: trucks, loading units and auxiliary machines, from the mine file.
CREATE TABLE equipment (
    site                   NVARCHAR(100) NOT NULL,
    equipment_id           NVARCHAR(100) NOT NULL,
    kind                   NVARCHAR(50)  NULL,
    equipment_class        NVARCHAR(100) NULL,
    paired_loading_unit_id NVARCHAR(100) NULL,
    paired_dump_id         NVARCHAR(100) NULL,
    home_location_id       NVARCHAR(100) NULL,
    updated_at             DATETIME2(3)  NULL,
    CONSTRAINT pk_equipment PRIMARY KEY (site, equipment_id)
);

-- One machine, one minute of event time: activity, fuel burned and fuel expected.
CREATE TABLE fuel_window (
    site                   NVARCHAR(100) NOT NULL,
    machine_id             NVARCHAR(100) NOT NULL,
    window_start           DATETIME2(3)  NOT NULL,
    window_end             DATETIME2(3)  NULL,
    kind                   NVARCHAR(50)  NULL,
    equipment_class        NVARCHAR(100) NULL,
    operator_id            NVARCHAR(100) NULL,
    readings               INT           NULL,
    revision               INT           NULL,
    fuel_l                 FLOAT(53)     NULL,
    distance_km            FLOAT(53)     NULL,
    mean_speed_kph         FLOAT(53)     NULL,
    speed_std_kph          FLOAT(53)     NULL,
    mean_payload_t         FLOAT(53)     NULL,
    climb_m                FLOAT(53)     NULL,
    descent_m              FLOAT(53)     NULL,
    mean_elevation_m       FLOAT(53)     NULL,
    mean_engine_load_pct   FLOAT(53)     NULL,
    mean_engine_rpm        FLOAT(53)     NULL,
    engine_on_share        FLOAT(53)     NULL,
    idle_share             FLOAT(53)     NULL,
    covered_s              FLOAT(53)     NULL,
    mean_ambient_temp_c    FLOAT(53)     NULL,
    mean_barometric_kpa    FLOAT(53)     NULL,
    max_vibration_rms_mm_s FLOAT(53)     NULL,
    production_state       NVARCHAR(50)  NULL,
    expected_l             FLOAT(53)     NULL,
    residual_l             FLOAT(53)     NULL,
    physics_l              FLOAT(53)     NULL,
    model_name             NVARCHAR(100) NULL,
    model_version          NVARCHAR(50)  NULL,
    CONSTRAINT pk_fuel_window PRIMARY KEY (site, machine_id, window_start)
);
CREATE INDEX ix_fuel_window_window_start ON fuel_window (window_start);

-- One load-haul-dump-return cycle of one truck.
CREATE TABLE haul_cycle (
    cycle_id         NVARCHAR(200) NOT NULL,
    site             NVARCHAR(100) NULL,
    truck_id         NVARCHAR(100) NULL,
    equipment_class  NVARCHAR(100) NULL,
    operator_id      NVARCHAR(100) NULL,
    loading_unit_id  NVARCHAR(100) NULL,
    load_location_id NVARCHAR(100) NULL,
    dump_location_id NVARCHAR(100) NULL,
    assigned_at      DATETIME2(3)  NULL,
    load_arrived_at  DATETIME2(3)  NULL,
    full_at          DATETIME2(3)  NULL,
    dump_arrived_at  DATETIME2(3)  NULL,
    empty_at         DATETIME2(3)  NULL,
    payload_t        FLOAT(53)     NULL,
    loading_scale_t  FLOAT(53)     NULL,
    scale_t          FLOAT(53)     NULL,
    empty_travel_s   FLOAT(53)     NULL,
    load_queue_s     FLOAT(53)     NULL,
    spot_s           FLOAT(53)     NULL,
    loading_s        FLOAT(53)     NULL,
    full_travel_s    FLOAT(53)     NULL,
    dump_queue_s     FLOAT(53)     NULL,
    dumping_s        FLOAT(53)     NULL,
    hang_s           FLOAT(53)     NULL,
    empty_distance_m FLOAT(53)     NULL,
    full_distance_m  FLOAT(53)     NULL,
    efh_empty_m      FLOAT(53)     NULL,
    efh_full_m       FLOAT(53)     NULL,
    lift_m           FLOAT(53)     NULL,
    fuel_l           FLOAT(53)     NULL,
    source           NVARCHAR(50)  NULL,
    flags            NVARCHAR(MAX) NULL,
    CONSTRAINT pk_haul_cycle PRIMARY KEY (cycle_id)
);
CREATE INDEX ix_haul_cycle_site_empty_at ON haul_cycle (site, empty_at);
CREATE INDEX ix_haul_cycle_site_truck_id_empty_at ON haul_cycle (site, truck_id, empty_at);

-- One refuelling of one truck, measured by the fuel bay.
CREATE TABLE refuel (
    site             NVARCHAR(100) NOT NULL,
    truck_id         NVARCHAR(100) NOT NULL,
    started_at       DATETIME2(3)  NOT NULL,
    ended_at         DATETIME2(3)  NULL,
    bay_id           NVARCHAR(100) NULL,
    duration_s       FLOAT(53)     NULL,
    dispensed_l      FLOAT(53)     NULL,
    level_before_pct FLOAT(53)     NULL,
    level_after_pct  FLOAT(53)     NULL,
    CONSTRAINT pk_refuel PRIMARY KEY (site, truck_id, started_at)
);

-- An alarm; cleared_at is null while it is open.
CREATE TABLE alert (
    alert_id   NVARCHAR(200) NOT NULL,
    site       NVARCHAR(100) NULL,
    machine_id NVARCHAR(100) NULL,
    type       NVARCHAR(50)  NULL,
    severity   NVARCHAR(50)  NULL,
    raised_at  DATETIME2(3)  NULL,
    cleared_at DATETIME2(3)  NULL,
    message    NVARCHAR(MAX) NULL,
    evidence   NVARCHAR(MAX) NULL,
    CONSTRAINT pk_alert PRIMARY KEY (alert_id)
);
CREATE INDEX ix_alert_raised_at ON alert (raised_at);

-- A lasting change of a machine's residuals.
CREATE TABLE drift_event (
    drift_id       NVARCHAR(200) NOT NULL,
    site           NVARCHAR(100) NULL,
    machine_id     NVARCHAR(100) NULL,
    detector       NVARCHAR(50)  NULL,
    metric         NVARCHAR(100) NULL,
    detected_at    DATETIME2(3)  NULL,
    mean_before    FLOAT(53)     NULL,
    mean_after     FLOAT(53)     NULL,
    samples_before BIGINT        NULL,
    samples_after  BIGINT        NULL,
    model_version  NVARCHAR(50)  NULL,
    CONSTRAINT pk_drift_event PRIMARY KEY (drift_id)
);
CREATE INDEX ix_drift_event_detected_at ON drift_event (detected_at);

-- A message that was rejected, repeated, flagged or late: verdict, rule, and for REJECTED the bytes as sent.
CREATE TABLE rejected_reading (
    quality_id  NVARCHAR(200) NOT NULL,
    verdict     NVARCHAR(50)  NULL,
    [rule]      NVARCHAR(100) NULL,
    severity    NVARCHAR(50)  NULL,
    field       NVARCHAR(100) NULL,
    observed    NVARCHAR(MAX) NULL,
    expected    NVARCHAR(MAX) NULL,
    topic       NVARCHAR(MAX) NULL,
    site        NVARCHAR(100) NULL,
    machine_id  NVARCHAR(100) NULL,
    event_time  DATETIME2(3)  NULL,
    received_at DATETIME2(3)  NULL,
    redelivered BIT           NULL,
    payload     VARBINARY(MAX) NULL,
    CONSTRAINT pk_rejected_reading PRIMARY KEY (quality_id)
);
CREATE INDEX ix_rejected_reading_received_at ON rejected_reading (received_at);

-- A plan for the fleet. Maps and lists are JSON.
CREATE TABLE dispatch_plan (
    plan_id           NVARCHAR(200) NOT NULL,
    site              NVARCHAR(100) NULL,
    made_at           DATETIME2(3)  NULL,
    valid_until       DATETIME2(3)  NULL,
    [trigger]         NVARCHAR(MAX) NULL,
    solver_state      NVARCHAR(50)  NULL,
    target_tph        FLOAT(53)     NULL,
    planned_tph       FLOAT(53)     NULL,
    planned_lph       FLOAT(53)     NULL,
    baseline_lph      FLOAT(53)     NULL,
    match_factor      FLOAT(53)     NULL,
    trucks_in_service NVARCHAR(MAX) NULL,
    trucks_parked     NVARCHAR(MAX) NULL,
    flows             NVARCHAR(MAX) NULL,
    unmet             NVARCHAR(MAX) NULL,
    solve_millis      BIGINT        NULL,
    CONSTRAINT pk_dispatch_plan PRIMARY KEY (plan_id)
);
CREATE INDEX ix_dispatch_plan_site_made_at ON dispatch_plan (site, made_at);

-- One truck's next task, and its answer. The answer may be written before the task.
CREATE TABLE dispatch_assignment (
    assignment_id            NVARCHAR(200) NOT NULL,
    plan_id                  NVARCHAR(200) NULL,
    site                     NVARCHAR(100) NULL,
    truck_id                 NVARCHAR(100) NULL,
    task                     NVARCHAR(50)  NULL,
    destination_id           NVARCHAR(100) NULL,
    destination_equipment_id NVARCHAR(100) NULL,
    route_segment_ids        NVARCHAR(MAX) NULL,
    reason_code              NVARCHAR(100) NULL,
    expected_litres_saved    FLOAT(53)     NULL,
    issued_at                DATETIME2(3)  NULL,
    valid_until              DATETIME2(3)  NULL,
    reply_status             NVARCHAR(50)  NULL,
    reply_detail             NVARCHAR(MAX) NULL,
    replied_at               DATETIME2(3)  NULL,
    CONSTRAINT pk_dispatch_assignment PRIMARY KEY (assignment_id)
);
CREATE INDEX ix_dispatch_assignment_issued_at ON dispatch_assignment (issued_at);
CREATE INDEX ix_dispatch_assignment_site_truck_id_issued_at ON dispatch_assignment (site, truck_id, issued_at);

-- A version in the model registry; promoted_at is the last time it became champion.
CREATE TABLE model_version (
    name                  NVARCHAR(100) NOT NULL,
    version               INT           NOT NULL,
    registered_at         DATETIME2(3)  NULL,
    promoted_at           DATETIME2(3)  NULL,
    training_rows         BIGINT        NULL,
    mean_absolute_error_l FLOAT(53)     NULL,
    r2                    FLOAT(53)     NULL,
    description           NVARCHAR(MAX) NULL,
    CONSTRAINT pk_model_version PRIMARY KEY (name, version)
);

-- Litres saved by one lever in one time span, relative to a named baseline.
CREATE TABLE fuel_saving (
    saving_id  NVARCHAR(200) NOT NULL,
    site       NVARCHAR(100) NULL,
    lever      NVARCHAR(50)  NULL,
    baseline   NVARCHAR(50)  NULL,
    span_start DATETIME2(3)  NULL,
    span_end   DATETIME2(3)  NULL,
    litres     FLOAT(53)     NULL,
    tonnes     FLOAT(53)     NULL,
    basis      NVARCHAR(50)  NULL,
    CONSTRAINT pk_fuel_saving PRIMARY KEY (saving_id)
);
CREATE INDEX ix_fuel_saving_site_span_start ON fuel_saving (site, span_start);
