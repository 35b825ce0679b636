-- The tables, PostgreSQL 15 or later. They have the columns of sql/h2 (a test compares them); R__descriptions.sql describes them.
-- Times are UTC without a time zone, so that no setting of a session changes what a row means. changed_by is the transaction that
-- wrote a row last, for fuel sql copy; the other dialects do not have it.

CREATE FUNCTION stamp_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed_by := pg_current_xact_id();
    RETURN NEW;
END
$$;

-- The DATEDIFF and DATEADD of the other dialects, for R__views.sql: full units of the clock between two times.
CREATE FUNCTION seconds_between(from_at TIMESTAMP, to_at TIMESTAMP) RETURNS BIGINT LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CAST(EXTRACT(EPOCH FROM date_trunc('second', to_at) - date_trunc('second', from_at)) AS BIGINT) $$;
CREATE FUNCTION minutes_between(from_at TIMESTAMP, to_at TIMESTAMP) RETURNS BIGINT LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CAST(EXTRACT(EPOCH FROM date_trunc('minute', to_at) - date_trunc('minute', from_at)) AS BIGINT) / 60 $$;
CREATE FUNCTION hours_between(from_at TIMESTAMP, to_at TIMESTAMP) RETURNS BIGINT LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CAST(EXTRACT(EPOCH FROM date_trunc('hour', to_at) - date_trunc('hour', from_at)) AS BIGINT) / 3600 $$;
CREATE FUNCTION plus_minutes(minutes BIGINT, at TIMESTAMP) RETURNS TIMESTAMP LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT at + minutes * INTERVAL '1 minute' $$;
CREATE FUNCTION plus_hours(hours BIGINT, at TIMESTAMP) RETURNS TIMESTAMP LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT at + hours * INTERVAL '1 hour' $$;

CREATE TABLE equipment (
    site                   TEXT             NOT NULL,
    equipment_id           TEXT             NOT NULL,
    kind                   TEXT             NULL,
    equipment_class        TEXT             NULL,
    paired_loading_unit_id TEXT             NULL,
    paired_dump_id         TEXT             NULL,
    home_location_id       TEXT             NULL,
    updated_at             TIMESTAMP(3)     NULL,
    nominal_payload_t      DOUBLE PRECISION NULL,
    changed_by             XID8             NOT NULL,
    CONSTRAINT pk_equipment PRIMARY KEY (site, equipment_id)
);
CREATE INDEX ix_equipment_changed_by ON equipment (changed_by);
CREATE TRIGGER tr_equipment_changed_by BEFORE INSERT OR UPDATE ON equipment FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN equipment.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE fuel_window (
    site                   TEXT             NOT NULL,
    machine_id             TEXT             NOT NULL,
    window_start           TIMESTAMP(3)     NOT NULL,
    window_end             TIMESTAMP(3)     NULL,
    kind                   TEXT             NULL,
    equipment_class        TEXT             NULL,
    operator_id            TEXT             NULL,
    readings               INTEGER          NULL,
    revision               INTEGER          NULL,
    fuel_l                 DOUBLE PRECISION NULL,
    distance_km            DOUBLE PRECISION NULL,
    mean_speed_kph         DOUBLE PRECISION NULL,
    speed_std_kph          DOUBLE PRECISION NULL,
    mean_payload_t         DOUBLE PRECISION NULL,
    climb_m                DOUBLE PRECISION NULL,
    descent_m              DOUBLE PRECISION NULL,
    mean_elevation_m       DOUBLE PRECISION NULL,
    mean_engine_load_pct   DOUBLE PRECISION NULL,
    mean_engine_rpm        DOUBLE PRECISION NULL,
    engine_on_share        DOUBLE PRECISION NULL,
    idle_share             DOUBLE PRECISION NULL,
    covered_s              DOUBLE PRECISION NULL,
    mean_ambient_temp_c    DOUBLE PRECISION NULL,
    mean_barometric_kpa    DOUBLE PRECISION NULL,
    max_vibration_rms_mm_s DOUBLE PRECISION NULL,
    production_state       TEXT             NULL,
    expected_l             DOUBLE PRECISION NULL,
    residual_l             DOUBLE PRECISION NULL,
    physics_l              DOUBLE PRECISION NULL,
    model_name             TEXT             NULL,
    model_version          TEXT             NULL,
    low_l                  DOUBLE PRECISION NULL,
    high_l                 DOUBLE PRECISION NULL,
    challenger_l           DOUBLE PRECISION NULL,
    challenger_version     TEXT             NULL,
    fuel_source            TEXT             NULL,
    efh_m                  DOUBLE PRECISION NULL,
    changed_by             XID8             NOT NULL,
    CONSTRAINT pk_fuel_window PRIMARY KEY (site, machine_id, window_start)
);
CREATE INDEX ix_fuel_window_window_start ON fuel_window (window_start);
CREATE INDEX ix_fuel_window_changed_by ON fuel_window (changed_by);
CREATE TRIGGER tr_fuel_window_changed_by BEFORE INSERT OR UPDATE ON fuel_window FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN fuel_window.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE haul_cycle (
    cycle_id         TEXT             NOT NULL,
    site             TEXT             NULL,
    truck_id         TEXT             NULL,
    equipment_class  TEXT             NULL,
    operator_id      TEXT             NULL,
    loading_unit_id  TEXT             NULL,
    load_location_id TEXT             NULL,
    dump_location_id TEXT             NULL,
    assigned_at      TIMESTAMP(3)     NULL,
    load_arrived_at  TIMESTAMP(3)     NULL,
    full_at          TIMESTAMP(3)     NULL,
    dump_arrived_at  TIMESTAMP(3)     NULL,
    empty_at         TIMESTAMP(3)     NULL,
    payload_t        DOUBLE PRECISION NULL,
    loading_scale_t  DOUBLE PRECISION NULL,
    scale_t          DOUBLE PRECISION NULL,
    empty_travel_s   DOUBLE PRECISION NULL,
    load_queue_s     DOUBLE PRECISION NULL,
    spot_s           DOUBLE PRECISION NULL,
    loading_s        DOUBLE PRECISION NULL,
    full_travel_s    DOUBLE PRECISION NULL,
    dump_queue_s     DOUBLE PRECISION NULL,
    dumping_s        DOUBLE PRECISION NULL,
    hang_s           DOUBLE PRECISION NULL,
    empty_distance_m DOUBLE PRECISION NULL,
    full_distance_m  DOUBLE PRECISION NULL,
    efh_empty_m      DOUBLE PRECISION NULL,
    efh_full_m       DOUBLE PRECISION NULL,
    lift_m           DOUBLE PRECISION NULL,
    fuel_l           DOUBLE PRECISION NULL,
    source           TEXT             NULL,
    flags            TEXT             NULL,
    engine_on_s      DOUBLE PRECISION NULL,
    changed_by       XID8             NOT NULL,
    CONSTRAINT pk_haul_cycle PRIMARY KEY (cycle_id)
);
CREATE INDEX ix_haul_cycle_site_empty_at ON haul_cycle (site, empty_at);
CREATE INDEX ix_haul_cycle_site_truck_id_empty_at ON haul_cycle (site, truck_id, empty_at);
CREATE INDEX ix_haul_cycle_site_assigned_at ON haul_cycle (site, assigned_at);
CREATE INDEX ix_haul_cycle_site_loading_unit ON haul_cycle (site, loading_unit_id, full_at);
CREATE INDEX ix_haul_cycle_changed_by ON haul_cycle (changed_by);
CREATE TRIGGER tr_haul_cycle_changed_by BEFORE INSERT OR UPDATE ON haul_cycle FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN haul_cycle.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE refuel (
    site             TEXT             NOT NULL,
    truck_id         TEXT             NOT NULL,
    started_at       TIMESTAMP(3)     NOT NULL,
    ended_at         TIMESTAMP(3)     NULL,
    bay_id           TEXT             NULL,
    duration_s       DOUBLE PRECISION NULL,
    dispensed_l      DOUBLE PRECISION NULL,
    level_before_pct DOUBLE PRECISION NULL,
    level_after_pct  DOUBLE PRECISION NULL,
    changed_by       XID8             NOT NULL,
    CONSTRAINT pk_refuel PRIMARY KEY (site, truck_id, started_at)
);
CREATE INDEX ix_refuel_site_started_at ON refuel (site, started_at);
CREATE INDEX ix_refuel_changed_by ON refuel (changed_by);
CREATE TRIGGER tr_refuel_changed_by BEFORE INSERT OR UPDATE ON refuel FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN refuel.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE alert (
    alert_id        TEXT             NOT NULL,
    site            TEXT             NULL,
    machine_id      TEXT             NULL,
    type            TEXT             NULL,
    severity        TEXT             NULL,
    raised_at       TIMESTAMP(3)     NULL,
    cleared_at      TIMESTAMP(3)     NULL,
    message         TEXT             NULL,
    evidence        TEXT             NULL,
    state           TEXT             NULL,
    revision        BIGINT           NULL,
    changed_at      TIMESTAMP(3)     NULL,
    acknowledged_at TIMESTAMP(3)     NULL,
    acknowledged_by TEXT             NULL,
    shelved_until   TIMESTAMP(3)     NULL,
    occurrences     INTEGER          NULL,
    duration_s      DOUBLE PRECISION NULL,
    seen_en         TEXT             NULL,
    expected_en     TEXT             NULL,
    reason_en       TEXT             NULL,
    action_en       TEXT             NULL,
    seen_es         TEXT             NULL,
    expected_es     TEXT             NULL,
    reason_es       TEXT             NULL,
    action_es       TEXT             NULL,
    changed_by      XID8             NOT NULL,
    CONSTRAINT pk_alert PRIMARY KEY (alert_id)
);
CREATE INDEX ix_alert_raised_at ON alert (raised_at);
CREATE INDEX ix_alert_site_cleared_at ON alert (site, cleared_at);
CREATE INDEX ix_alert_site_type_raised_at ON alert (site, type, raised_at);
CREATE INDEX ix_alert_changed_by ON alert (changed_by);
CREATE TRIGGER tr_alert_changed_by BEFORE INSERT OR UPDATE ON alert FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN alert.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE drift_event (
    drift_id       TEXT             NOT NULL,
    site           TEXT             NULL,
    machine_id     TEXT             NULL,
    detector       TEXT             NULL,
    metric         TEXT             NULL,
    detected_at    TIMESTAMP(3)     NULL,
    mean_before    DOUBLE PRECISION NULL,
    mean_after     DOUBLE PRECISION NULL,
    samples_before BIGINT           NULL,
    samples_after  BIGINT           NULL,
    model_version  TEXT             NULL,
    kind           TEXT             NULL,
    scope          TEXT             NULL,
    subject        TEXT             NULL,
    since          TIMESTAMP(3)     NULL,
    ended          BOOLEAN          NULL,
    cause          TEXT             NULL,
    evidence       TEXT             NULL,
    changed_by     XID8             NOT NULL,
    CONSTRAINT pk_drift_event PRIMARY KEY (drift_id)
);
CREATE INDEX ix_drift_event_detected_at ON drift_event (detected_at);
CREATE INDEX ix_drift_event_site_detected_at ON drift_event (site, detected_at);
CREATE INDEX ix_drift_event_changed_by ON drift_event (changed_by);
CREATE TRIGGER tr_drift_event_changed_by BEFORE INSERT OR UPDATE ON drift_event FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN drift_event.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE rejected_reading (
    quality_id  TEXT         NOT NULL,
    verdict     TEXT         NULL,
    rule        TEXT         NULL,
    severity    TEXT         NULL,
    field       TEXT         NULL,
    observed    TEXT         NULL,
    expected    TEXT         NULL,
    topic       TEXT         NULL,
    site        TEXT         NULL,
    machine_id  TEXT         NULL,
    event_time  TIMESTAMP(3) NULL,
    received_at TIMESTAMP(3) NULL,
    redelivered BOOLEAN      NULL,
    payload     BYTEA        NULL,
    replayed_at TIMESTAMP(3) NULL,
    replays     INTEGER      NULL,
    changed_by  XID8         NOT NULL,
    CONSTRAINT pk_rejected_reading PRIMARY KEY (quality_id)
);
CREATE INDEX ix_rejected_reading_received_at ON rejected_reading (received_at);
CREATE INDEX ix_rejected_reading_site_received_at ON rejected_reading (site, received_at);
CREATE INDEX ix_rejected_reading_changed_by ON rejected_reading (changed_by);
CREATE TRIGGER tr_rejected_reading_changed_by BEFORE INSERT OR UPDATE ON rejected_reading FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN rejected_reading.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE dispatch_plan (
    plan_id           TEXT             NOT NULL,
    site              TEXT             NULL,
    made_at           TIMESTAMP(3)     NULL,
    valid_until       TIMESTAMP(3)     NULL,
    trigger           TEXT             NULL,
    solver_state      TEXT             NULL,
    target_tph        DOUBLE PRECISION NULL,
    planned_tph       DOUBLE PRECISION NULL,
    planned_lph       DOUBLE PRECISION NULL,
    baseline_lph      DOUBLE PRECISION NULL,
    match_factor      DOUBLE PRECISION NULL,
    trucks_in_service TEXT             NULL,
    trucks_parked     TEXT             NULL,
    flows             TEXT             NULL,
    unmet             TEXT             NULL,
    solve_millis      BIGINT           NULL,
    price_model       TEXT             NULL,
    truck_ratios      TEXT             NULL,
    segment_ratios    TEXT             NULL,
    bound_lph         DOUBLE PRECISION NULL,
    trucks            TEXT             NULL,
    measured_segments INTEGER          NULL,
    other_segments    INTEGER          NULL,
    other_speeds      TEXT             NULL,
    changed_by        XID8             NOT NULL,
    CONSTRAINT pk_dispatch_plan PRIMARY KEY (plan_id)
);
CREATE INDEX ix_dispatch_plan_site_made_at ON dispatch_plan (site, made_at);
CREATE INDEX ix_dispatch_plan_made_at ON dispatch_plan (made_at);
CREATE INDEX ix_dispatch_plan_changed_by ON dispatch_plan (changed_by);
CREATE TRIGGER tr_dispatch_plan_changed_by BEFORE INSERT OR UPDATE ON dispatch_plan FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN dispatch_plan.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE dispatch_assignment (
    assignment_id            TEXT             NOT NULL,
    plan_id                  TEXT             NULL,
    site                     TEXT             NULL,
    truck_id                 TEXT             NULL,
    task                     TEXT             NULL,
    destination_id           TEXT             NULL,
    destination_equipment_id TEXT             NULL,
    route_segment_ids        TEXT             NULL,
    reason_code              TEXT             NULL,
    expected_litres_saved    DOUBLE PRECISION NULL,
    issued_at                TIMESTAMP(3)     NULL,
    valid_until              TIMESTAMP(3)     NULL,
    reply_status             TEXT             NULL,
    reply_detail             TEXT             NULL,
    replied_at               TIMESTAMP(3)     NULL,
    changed_by               XID8             NOT NULL,
    CONSTRAINT pk_dispatch_assignment PRIMARY KEY (assignment_id)
);
CREATE INDEX ix_dispatch_assignment_issued_at ON dispatch_assignment (issued_at);
CREATE INDEX ix_dispatch_assignment_site_truck_id_issued_at ON dispatch_assignment (site, truck_id, issued_at);
CREATE INDEX ix_dispatch_assignment_plan_id ON dispatch_assignment (plan_id);
CREATE INDEX ix_dispatch_assignment_site_task ON dispatch_assignment (site, task, issued_at);
CREATE INDEX ix_dispatch_assignment_changed_by ON dispatch_assignment (changed_by);
CREATE TRIGGER tr_dispatch_assignment_changed_by BEFORE INSERT OR UPDATE ON dispatch_assignment FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN dispatch_assignment.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE model_version (
    name                  TEXT             NOT NULL,
    version               INTEGER          NOT NULL,
    registered_at         TIMESTAMP(3)     NULL,
    promoted_at           TIMESTAMP(3)     NULL,
    training_rows         BIGINT           NULL,
    mean_absolute_error_l DOUBLE PRECISION NULL,
    r2                    DOUBLE PRECISION NULL,
    description           TEXT             NULL,
    changed_by            XID8             NOT NULL,
    CONSTRAINT pk_model_version PRIMARY KEY (name, version)
);
CREATE INDEX ix_model_version_changed_by ON model_version (changed_by);
CREATE TRIGGER tr_model_version_changed_by BEFORE INSERT OR UPDATE ON model_version FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN model_version.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE fuel_saving (
    saving_id        TEXT             NOT NULL,
    site             TEXT             NULL,
    lever            TEXT             NULL,
    baseline         TEXT             NULL,
    span_start       TIMESTAMP(3)     NULL,
    span_end         TIMESTAMP(3)     NULL,
    litres           DOUBLE PRECISION NULL,
    tonnes           DOUBLE PRECISION NULL,
    basis            TEXT             NULL,
    standard_error_l DOUBLE PRECISION NULL,
    noise95_l        DOUBLE PRECISION NULL,
    fit95_l          DOUBLE PRECISION NULL,
    changed_by       XID8             NOT NULL,
    CONSTRAINT pk_fuel_saving PRIMARY KEY (saving_id)
);
CREATE INDEX ix_fuel_saving_site_span_start ON fuel_saving (site, span_start);
CREATE INDEX ix_fuel_saving_changed_by ON fuel_saving (changed_by);
CREATE TRIGGER tr_fuel_saving_changed_by BEFORE INSERT OR UPDATE ON fuel_saving FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN fuel_saving.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE quality_hour (
    site                TEXT         NOT NULL,
    machine_id          TEXT         NOT NULL,
    hour_start          TIMESTAMP(3) NOT NULL,
    received            BIGINT       NULL,
    valid               BIGINT       NULL,
    rejected            BIGINT       NULL,
    duplicates          BIGINT       NULL,
    flagged             BIGINT       NULL,
    late                BIGINT       NULL,
    worst_rule          TEXT         NULL,
    worst_rule_rejected BIGINT       NULL,
    changed_by          XID8         NOT NULL,
    CONSTRAINT pk_quality_hour PRIMARY KEY (site, machine_id, hour_start)
);
CREATE INDEX ix_quality_hour_hour_start ON quality_hour (hour_start);
CREATE INDEX ix_quality_hour_changed_by ON quality_hour (changed_by);
CREATE TRIGGER tr_quality_hour_changed_by BEFORE INSERT OR UPDATE ON quality_hour FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN quality_hour.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE retraining (
    request_id        TEXT             NOT NULL,
    model_name        TEXT             NULL,
    asked_because     TEXT             NULL,
    asked_at          TIMESTAMP(3)     NULL,
    verdict           TEXT             NULL,
    reason            TEXT             NULL,
    champion_version  INTEGER          NULL,
    candidate_version INTEGER          NULL,
    learnt_since      TIMESTAMP(3)     NULL,
    learnt_windows    INTEGER          NULL,
    judged_windows    INTEGER          NULL,
    champion_mae_l    DOUBLE PRECISION NULL,
    candidate_mae_l   DOUBLE PRECISION NULL,
    gain_low_pct      DOUBLE PRECISION NULL,
    gain_high_pct     DOUBLE PRECISION NULL,
    decided_at        TIMESTAMP(3)     NULL,
    changed_by        XID8             NOT NULL,
    CONSTRAINT pk_retraining PRIMARY KEY (request_id)
);
CREATE INDEX ix_retraining_decided_at ON retraining (decided_at);
CREATE INDEX ix_retraining_changed_by ON retraining (changed_by);
CREATE TRIGGER tr_retraining_changed_by BEFORE INSERT OR UPDATE ON retraining FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN retraining.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE ledger_shift (
    ledger_id        TEXT             NOT NULL,
    site             TEXT             NULL,
    span_start       TIMESTAMP(3)     NULL,
    span_end         TIMESTAMP(3)     NULL,
    phase            TEXT             NULL,
    tonnes           DOUBLE PRECISION NULL,
    tonne_km         DOUBLE PRECISION NULL,
    covered_h        DOUBLE PRECISION NULL,
    burnt_l          DOUBLE PRECISION NULL,
    expected_l       DOUBLE PRECISION NULL,
    saved_l          DOUBLE PRECISION NULL,
    standard_error_l DOUBLE PRECISION NULL,
    noise95_l        DOUBLE PRECISION NULL,
    fit95_l          DOUBLE PRECISION NULL,
    remark           TEXT             NULL,
    changed_by       XID8             NOT NULL,
    CONSTRAINT pk_ledger_shift PRIMARY KEY (ledger_id)
);
CREATE INDEX ix_ledger_shift_site_span_start ON ledger_shift (site, span_start);
CREATE INDEX ix_ledger_shift_changed_by ON ledger_shift (changed_by);
CREATE TRIGGER tr_ledger_shift_changed_by BEFORE INSERT OR UPDATE ON ledger_shift FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN ledger_shift.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE road_excess (
    site                TEXT             NOT NULL,
    segment_id          TEXT             NOT NULL,
    at                  TIMESTAMP(3)     NOT NULL,
    passes              INTEGER          NULL,
    excess_pct          DOUBLE PRECISION NULL,
    standard_error_pct  DOUBLE PRECISION NULL,
    low_pct             DOUBLE PRECISION NULL,
    excess_ratio        DOUBLE PRECISION NULL,
    litres_per_day      DOUBLE PRECISION NULL,
    litres_per_day_low  DOUBLE PRECISION NULL,
    litres_per_day_high DOUBLE PRECISION NULL,
    grading_rank        INTEGER          NULL,
    speeds              TEXT             NULL,
    changed_by          XID8             NOT NULL,
    CONSTRAINT pk_road_excess PRIMARY KEY (site, segment_id, at)
);
CREATE INDEX ix_road_excess_site_at ON road_excess (site, at);
CREATE INDEX ix_road_excess_at ON road_excess (at);
CREATE INDEX ix_road_excess_changed_by ON road_excess (changed_by);
CREATE TRIGGER tr_road_excess_changed_by BEFORE INSERT OR UPDATE ON road_excess FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN road_excess.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE shutdown_advice (
    advice_id       TEXT             NOT NULL,
    site            TEXT             NULL,
    truck_id        TEXT             NULL,
    reason          TEXT             NULL,
    since           TIMESTAMP(3)     NULL,
    advised_at      TIMESTAMP(3)     NULL,
    expected_rest_s DOUBLE PRECISION NULL,
    restart_cost_s  DOUBLE PRECISION NULL,
    litres_per_hour DOUBLE PRECISION NULL,
    expected_litres DOUBLE PRECISION NULL,
    text            TEXT             NULL,
    engine_off_at   TIMESTAMP(3)     NULL,
    ended_at        TIMESTAMP(3)     NULL,
    changed_by      XID8             NOT NULL,
    CONSTRAINT pk_shutdown_advice PRIMARY KEY (advice_id)
);
CREATE INDEX ix_shutdown_advice_site_since ON shutdown_advice (site, since);
CREATE INDEX ix_shutdown_advice_since ON shutdown_advice (since);
CREATE INDEX ix_shutdown_advice_changed_by ON shutdown_advice (changed_by);
CREATE TRIGGER tr_shutdown_advice_changed_by BEFORE INSERT OR UPDATE ON shutdown_advice FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN shutdown_advice.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE payload_advice (
    advice_id             TEXT             NOT NULL,
    site                  TEXT             NULL,
    unit_id               TEXT             NULL,
    operator_id           TEXT             NULL,
    shift_start           TIMESTAMP(3)     NULL,
    at                    TIMESTAMP(3)     NULL,
    loads                 INTEGER          NULL,
    mean_share            DOUBLE PRECISION NULL,
    mean_low_share        DOUBLE PRECISION NULL,
    mean_high_share       DOUBLE PRECISION NULL,
    spread_share          DOUBLE PRECISION NULL,
    under_share           DOUBLE PRECISION NULL,
    over110_share         DOUBLE PRECISION NULL,
    over120_share         DOUBLE PRECISION NULL,
    lost_litres_per_tonne DOUBLE PRECISION NULL,
    text                  TEXT             NULL,
    changed_by            XID8             NOT NULL,
    CONSTRAINT pk_payload_advice PRIMARY KEY (advice_id)
);
CREATE INDEX ix_payload_advice_site_shift_start ON payload_advice (site, shift_start);
CREATE INDEX ix_payload_advice_shift_start ON payload_advice (shift_start);
CREATE INDEX ix_payload_advice_changed_by ON payload_advice (changed_by);
CREATE TRIGGER tr_payload_advice_changed_by BEFORE INSERT OR UPDATE ON payload_advice FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN payload_advice.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE consumption_outlier (
    site       TEXT             NOT NULL,
    kind       TEXT             NOT NULL,
    code       TEXT             NOT NULL,
    at         TIMESTAMP(3)     NOT NULL,
    hours      DOUBLE PRECISION NULL,
    shifts     INTEGER          NULL,
    ratio      DOUBLE PRECISION NULL,
    low_ratio  DOUBLE PRECISION NULL,
    high_ratio DOUBLE PRECISION NULL,
    rank       INTEGER          NULL,
    changed_by XID8             NOT NULL,
    CONSTRAINT pk_consumption_outlier PRIMARY KEY (site, kind, code, at)
);
CREATE INDEX ix_consumption_outlier_site_at ON consumption_outlier (site, at);
CREATE INDEX ix_consumption_outlier_at ON consumption_outlier (at);
CREATE INDEX ix_consumption_outlier_changed_by ON consumption_outlier (changed_by);
CREATE TRIGGER tr_consumption_outlier_changed_by BEFORE INSERT OR UPDATE ON consumption_outlier FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN consumption_outlier.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE alert_state (
    alert_id      TEXT         NOT NULL,
    changed_at    TIMESTAMP(3) NOT NULL,
    change        TEXT         NOT NULL,
    site          TEXT         NULL,
    machine_id    TEXT         NULL,
    type          TEXT         NULL,
    severity      TEXT         NULL,
    state         TEXT         NULL,
    revision      BIGINT       NULL,
    user_name     TEXT         NULL,
    comment       TEXT         NULL,
    command_id    TEXT         NULL,
    shelved_until TIMESTAMP(3) NULL,
    changed_by    XID8         NOT NULL,
    CONSTRAINT pk_alert_state PRIMARY KEY (alert_id, changed_at, change)
);
CREATE INDEX ix_alert_state_site_changed_at ON alert_state (site, changed_at);
CREATE INDEX ix_alert_state_state ON alert_state (state, change, site, changed_at);
CREATE INDEX ix_alert_state_changed_at ON alert_state (changed_at);
CREATE INDEX ix_alert_state_changed_by ON alert_state (changed_by);
CREATE TRIGGER tr_alert_state_changed_by BEFORE INSERT OR UPDATE ON alert_state FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN alert_state.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE data_drift (
    site               TEXT             NOT NULL,
    equipment_class    TEXT             NOT NULL,
    feature            TEXT             NOT NULL,
    at                 TIMESTAMP(3)     NOT NULL,
    since              TIMESTAMP(3)     NULL,
    model_name         TEXT             NULL,
    model_version      TEXT             NULL,
    samples            BIGINT           NULL,
    psi                DOUBLE PRECISION NULL,
    psi_by_chance      DOUBLE PRECISION NULL,
    kullback_leibler   DOUBLE PRECISION NULL,
    jensen_shannon     DOUBLE PRECISION NULL,
    wasserstein        DOUBLE PRECISION NULL,
    kolmogorov_smirnov DOUBLE PRECISION NULL,
    out_of_range_share DOUBLE PRECISION NULL,
    missing_share      DOUBLE PRECISION NULL,
    status             TEXT             NULL,
    exceeded           TEXT             NULL,
    counts             TEXT             NULL,
    drifted_share      DOUBLE PRECISION NULL,
    changed_by         XID8             NOT NULL,
    CONSTRAINT pk_data_drift PRIMARY KEY (site, equipment_class, feature, at)
);
CREATE INDEX ix_data_drift_site_at ON data_drift (site, at);
CREATE INDEX ix_data_drift_at ON data_drift (at);
CREATE INDEX ix_data_drift_changed_by ON data_drift (changed_by);
CREATE TRIGGER tr_data_drift_changed_by BEFORE INSERT OR UPDATE ON data_drift FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN data_drift.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE tank_event (
    event_id         TEXT             NOT NULL,
    site             TEXT             NULL,
    machine_id       TEXT             NULL,
    kind             TEXT             NULL,
    started_at       TIMESTAMP(3)     NULL,
    ended_at         TIMESTAMP(3)     NULL,
    litres           DOUBLE PRECISION NULL,
    standard_error_l DOUBLE PRECISION NULL,
    level_l          DOUBLE PRECISION NULL,
    bay_l            DOUBLE PRECISION NULL,
    level_before_pct DOUBLE PRECISION NULL,
    level_after_pct  DOUBLE PRECISION NULL,
    source           TEXT             NULL,
    bay_id           TEXT             NULL,
    place            TEXT             NULL,
    confidence       DOUBLE PRECISION NULL,
    changed_by       XID8             NOT NULL,
    CONSTRAINT pk_tank_event PRIMARY KEY (event_id)
);
CREATE INDEX ix_tank_event_machine ON tank_event (site, machine_id, started_at);
CREATE INDEX ix_tank_event_site_kind ON tank_event (site, kind, started_at);
CREATE INDEX ix_tank_event_changed_by ON tank_event (changed_by);
CREATE TRIGGER tr_tank_event_changed_by BEFORE INSERT OR UPDATE ON tank_event FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN tank_event.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE fuel_reconciliation (
    interval_id       TEXT             NOT NULL,
    site              TEXT             NULL,
    machine_id        TEXT             NULL,
    from_at           TIMESTAMP(3)     NULL,
    to_at             TIMESTAMP(3)     NULL,
    engine_off_h      DOUBLE PRECISION NULL,
    level_l           DOUBLE PRECISION NULL,
    metered_l         DOUBLE PRECISION NULL,
    dispensed_l       DOUBLE PRECISION NULL,
    level_rise_l      DOUBLE PRECISION NULL,
    expected_l        DOUBLE PRECISION NULL,
    drained_l         DOUBLE PRECISION NULL,
    difference_l      DOUBLE PRECISION NULL,
    standard_error_l  DOUBLE PRECISION NULL,
    leak_lph          DOUBLE PRECISION NULL,
    leak_error_lph    DOUBLE PRECISION NULL,
    meter_share       DOUBLE PRECISION NULL,
    meter_error_share DOUBLE PRECISION NULL,
    verdict           TEXT             NULL,
    suspect           TEXT             NULL,
    confidence        DOUBLE PRECISION NULL,
    changed_by        XID8             NOT NULL,
    CONSTRAINT pk_fuel_reconciliation PRIMARY KEY (interval_id)
);
CREATE INDEX ix_fuel_reconciliation_machine ON fuel_reconciliation (site, machine_id, to_at);
CREATE INDEX ix_fuel_reconciliation_verdict ON fuel_reconciliation (site, verdict, to_at);
CREATE INDEX ix_fuel_reconciliation_changed_by ON fuel_reconciliation (changed_by);
CREATE TRIGGER tr_fuel_reconciliation_changed_by BEFORE INSERT OR UPDATE ON fuel_reconciliation FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN fuel_reconciliation.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE equipment_state (
    site                TEXT             NOT NULL,
    machine_id          TEXT             NOT NULL,
    production_state    TEXT             NULL,
    place_id            TEXT             NULL,
    destination_id      TEXT             NULL,
    counterpart_id      TEXT             NULL,
    payload_t           DOUBLE PRECISION NULL,
    fuel_level_pct      DOUBLE PRECISION NULL,
    state_reason        TEXT             NULL,
    state_at            TIMESTAMP(3)     NULL,
    kind                TEXT             NULL,
    equipment_class     TEXT             NULL,
    fuel_lph            DOUBLE PRECISION NULL,
    expected_lph        DOUBLE PRECISION NULL,
    mean_speed_kph      DOUBLE PRECISION NULL,
    engine_on_share     DOUBLE PRECISION NULL,
    window_at           TIMESTAMP(3)     NULL,
    alert_id            TEXT             NULL,
    alarm_type          TEXT             NULL,
    alarm_severity      TEXT             NULL,
    alarm_state         TEXT             NULL,
    alarm_raised_at     TIMESTAMP(3)     NULL,
    alarm_cleared_at    TIMESTAMP(3)     NULL,
    alarm_at            TIMESTAMP(3)     NULL,
    assignment_id       TEXT             NULL,
    task                TEXT             NULL,
    task_destination_id TEXT             NULL,
    assignment_reason   TEXT             NULL,
    assigned_at         TIMESTAMP(3)     NULL,
    changed_by          XID8             NOT NULL,
    CONSTRAINT pk_equipment_state PRIMARY KEY (site, machine_id)
);
CREATE INDEX ix_equipment_state_changed_by ON equipment_state (changed_by);
CREATE TRIGGER tr_equipment_state_changed_by BEFORE INSERT OR UPDATE ON equipment_state FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN equipment_state.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE fuel_hour (
    site                TEXT             NOT NULL,
    machine_id          TEXT             NOT NULL,
    hour_start          TIMESTAMP(3)     NOT NULL,
    operator_id         TEXT             NOT NULL,
    model_version       TEXT             NOT NULL,
    model_name          TEXT             NULL,
    kind                TEXT             NULL,
    equipment_class     TEXT             NULL,
    windows             INTEGER          NULL,
    covered_s           DOUBLE PRECISION NULL,
    fuel_l              DOUBLE PRECISION NULL,
    distance_km         DOUBLE PRECISION NULL,
    climb_m             DOUBLE PRECISION NULL,
    engine_on_s         DOUBLE PRECISION NULL,
    idle_s              DOUBLE PRECISION NULL,
    idle_l              DOUBLE PRECISION NULL,
    expected_l          DOUBLE PRECISION NULL,
    physics_l           DOUBLE PRECISION NULL,
    scored_windows      INTEGER          NULL,
    scored_fuel_l       DOUBLE PRECISION NULL,
    absolute_error_l    DOUBLE PRECISION NULL,
    interval_windows    INTEGER          NULL,
    windows_in_interval INTEGER          NULL,
    first_window_at     TIMESTAMP(3)     NULL,
    last_window_at      TIMESTAMP(3)     NULL,
    lph_000             INTEGER          NULL,
    lph_025             INTEGER          NULL,
    lph_050             INTEGER          NULL,
    lph_075             INTEGER          NULL,
    lph_100             INTEGER          NULL,
    lph_125             INTEGER          NULL,
    lph_150             INTEGER          NULL,
    lph_175             INTEGER          NULL,
    lph_200             INTEGER          NULL,
    lph_225             INTEGER          NULL,
    lph_250             INTEGER          NULL,
    lph_275             INTEGER          NULL,
    lph_300             INTEGER          NULL,
    lph_325             INTEGER          NULL,
    lph_350             INTEGER          NULL,
    lph_375             INTEGER          NULL,
    lph_400             INTEGER          NULL,
    lph_425             INTEGER          NULL,
    lph_450             INTEGER          NULL,
    lph_475             INTEGER          NULL,
    lph_500             INTEGER          NULL,
    lph_525             INTEGER          NULL,
    lph_550             INTEGER          NULL,
    lph_575             INTEGER          NULL,
    lph_600             INTEGER          NULL,
    lph_625             INTEGER          NULL,
    changed_by          XID8             NOT NULL,
    CONSTRAINT pk_fuel_hour PRIMARY KEY (site, machine_id, hour_start, operator_id, model_version)
);
CREATE INDEX ix_fuel_hour_site_hour_start ON fuel_hour (site, hour_start);
CREATE INDEX ix_fuel_hour_changed_by ON fuel_hour (changed_by);
CREATE TRIGGER tr_fuel_hour_changed_by BEFORE INSERT OR UPDATE ON fuel_hour FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN fuel_hour.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE road_segment (
    site             TEXT             NOT NULL,
    segment_id       TEXT             NOT NULL,
    from_location_id TEXT             NULL,
    to_location_id   TEXT             NULL,
    length_m         DOUBLE PRECISION NULL,
    grade_pct        DOUBLE PRECISION NULL,
    geometry_wkt     TEXT             NULL,
    updated_at       TIMESTAMP(3)     NULL,
    changed_by       XID8             NOT NULL,
    CONSTRAINT pk_road_segment PRIMARY KEY (site, segment_id)
);
CREATE INDEX ix_road_segment_changed_by ON road_segment (changed_by);
CREATE TRIGGER tr_road_segment_changed_by BEFORE INSERT OR UPDATE ON road_segment FOR EACH ROW EXECUTE FUNCTION stamp_change();
COMMENT ON COLUMN road_segment.changed_by IS 'Transaction that wrote the row last.';

CREATE TABLE copy_watermark (
    source         TEXT         NOT NULL,
    table_name     TEXT         NOT NULL,
    transaction_id BIGINT       NULL,
    row_key        TEXT         NULL,
    batches        BIGINT       NULL,
    copied_rows    BIGINT       NULL,
    copied_at      TIMESTAMP(3) NULL,
    CONSTRAINT pk_copy_watermark PRIMARY KEY (source, table_name)
);

-- For requests over HTTP by time: the views in schema api show times with their offset.
CREATE INDEX ix_fuel_window_window_start_utc ON fuel_window ((window_start AT TIME ZONE 'UTC'));
CREATE INDEX ix_fuel_hour_hour_start_utc ON fuel_hour ((hour_start AT TIME ZONE 'UTC'));
CREATE INDEX ix_haul_cycle_empty_at_utc ON haul_cycle ((empty_at AT TIME ZONE 'UTC'));
CREATE INDEX ix_alert_raised_at_utc ON alert ((raised_at AT TIME ZONE 'UTC'));
CREATE INDEX ix_alert_state_changed_at_utc ON alert_state ((changed_at AT TIME ZONE 'UTC'));
