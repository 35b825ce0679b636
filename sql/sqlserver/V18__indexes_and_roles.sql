-- Indexes, partitions and roles. SQL Server 2016 SP1 or later.
-- sql/h2/V18__indexes_and_roles.sql contains the same, without partitions; always change both files.

-- For the views and example queries: the newest rows of a site, and the rows of a site by time.
CREATE INDEX ix_haul_cycle_site_assigned_at ON haul_cycle (site, assigned_at);
CREATE INDEX ix_haul_cycle_site_loading_unit ON haul_cycle (site, loading_unit_id, full_at);
CREATE INDEX ix_refuel_site_started_at ON refuel (site, started_at);
CREATE INDEX ix_alert_site_cleared_at ON alert (site, cleared_at);
CREATE INDEX ix_alert_site_type_raised_at ON alert (site, type, raised_at);
CREATE INDEX ix_alert_state_state ON alert_state (state, change, site, changed_at);
CREATE INDEX ix_drift_event_site_detected_at ON drift_event (site, detected_at);
CREATE INDEX ix_rejected_reading_site_received_at ON rejected_reading (site, received_at);
CREATE INDEX ix_dispatch_assignment_plan_id ON dispatch_assignment (plan_id);
CREATE INDEX ix_dispatch_assignment_site_task ON dispatch_assignment (site, task, issued_at);
CREATE INDEX ix_road_excess_site_at ON road_excess (site, at);
CREATE INDEX ix_consumption_outlier_site_at ON consumption_outlier (site, at);
CREATE INDEX ix_payload_advice_site_shift_start ON payload_advice (site, shift_start);
CREATE INDEX ix_tank_event_site_kind ON tank_event (site, kind, started_at);
CREATE INDEX ix_fuel_reconciliation_verdict ON fuel_reconciliation (site, verdict, to_at);

-- fuel_writer is for the jobs; fuel_analyst reads all tables and views; fuel_reader reads the views of the present for
-- screens, which name no person. R__views.sql grants the views. Migrations and retention run as the owner of the tables.
CREATE ROLE fuel_writer;
CREATE ROLE fuel_reader;
CREATE ROLE fuel_analyst;
GRANT SELECT, INSERT, UPDATE ON equipment TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON fuel_window TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON haul_cycle TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON refuel TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON tank_event TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON fuel_reconciliation TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON alert TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON alert_state TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON drift_event TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON data_drift TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON road_excess TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON shutdown_advice TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON payload_advice TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON consumption_outlier TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON rejected_reading TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON quality_hour TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON dispatch_plan TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON dispatch_assignment TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON fuel_saving TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON ledger_shift TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON retraining TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON model_version TO fuel_writer;
GRANT SELECT ON equipment TO fuel_analyst;
GRANT SELECT ON fuel_window TO fuel_analyst;
GRANT SELECT ON haul_cycle TO fuel_analyst;
GRANT SELECT ON refuel TO fuel_analyst;
GRANT SELECT ON tank_event TO fuel_analyst;
GRANT SELECT ON fuel_reconciliation TO fuel_analyst;
GRANT SELECT ON alert TO fuel_analyst;
GRANT SELECT ON alert_state TO fuel_analyst;
GRANT SELECT ON drift_event TO fuel_analyst;
GRANT SELECT ON data_drift TO fuel_analyst;
GRANT SELECT ON road_excess TO fuel_analyst;
GRANT SELECT ON shutdown_advice TO fuel_analyst;
GRANT SELECT ON payload_advice TO fuel_analyst;
GRANT SELECT ON consumption_outlier TO fuel_analyst;
GRANT SELECT ON rejected_reading TO fuel_analyst;
GRANT SELECT ON quality_hour TO fuel_analyst;
GRANT SELECT ON dispatch_plan TO fuel_analyst;
GRANT SELECT ON dispatch_assignment TO fuel_analyst;
GRANT SELECT ON fuel_saving TO fuel_analyst;
GRANT SELECT ON ledger_shift TO fuel_analyst;
GRANT SELECT ON retraining TO fuel_analyst;
GRANT SELECT ON model_version TO fuel_analyst;

-- fuel_window grows by 80,000 rows a day in a mine of 57 trucks: a partition by month, so that a question about days reads
-- days and retention removes whole ranges, and a columnstore for questions about all of it. Times before 2026 are in the
-- first partition, those after 2035 in the last; ALTER PARTITION FUNCTION pf_month() SPLIT RANGE adds more.
CREATE PARTITION FUNCTION pf_month (DATETIME2(3)) AS RANGE RIGHT FOR VALUES (
    '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01',
    '2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01',
    '2027-05-01', '2027-06-01', '2027-07-01', '2027-08-01', '2027-09-01', '2027-10-01', '2027-11-01', '2027-12-01',
    '2028-01-01', '2028-02-01', '2028-03-01', '2028-04-01', '2028-05-01', '2028-06-01', '2028-07-01', '2028-08-01',
    '2028-09-01', '2028-10-01', '2028-11-01', '2028-12-01', '2029-01-01', '2029-02-01', '2029-03-01', '2029-04-01',
    '2029-05-01', '2029-06-01', '2029-07-01', '2029-08-01', '2029-09-01', '2029-10-01', '2029-11-01', '2029-12-01',
    '2030-01-01', '2030-02-01', '2030-03-01', '2030-04-01', '2030-05-01', '2030-06-01', '2030-07-01', '2030-08-01',
    '2030-09-01', '2030-10-01', '2030-11-01', '2030-12-01', '2031-01-01', '2031-02-01', '2031-03-01', '2031-04-01',
    '2031-05-01', '2031-06-01', '2031-07-01', '2031-08-01', '2031-09-01', '2031-10-01', '2031-11-01', '2031-12-01',
    '2032-01-01', '2032-02-01', '2032-03-01', '2032-04-01', '2032-05-01', '2032-06-01', '2032-07-01', '2032-08-01',
    '2032-09-01', '2032-10-01', '2032-11-01', '2032-12-01', '2033-01-01', '2033-02-01', '2033-03-01', '2033-04-01',
    '2033-05-01', '2033-06-01', '2033-07-01', '2033-08-01', '2033-09-01', '2033-10-01', '2033-11-01', '2033-12-01',
    '2034-01-01', '2034-02-01', '2034-03-01', '2034-04-01', '2034-05-01', '2034-06-01', '2034-07-01', '2034-08-01',
    '2034-09-01', '2034-10-01', '2034-11-01', '2034-12-01', '2035-01-01', '2035-02-01', '2035-03-01', '2035-04-01',
    '2035-05-01', '2035-06-01', '2035-07-01', '2035-08-01', '2035-09-01', '2035-10-01', '2035-11-01', '2035-12-01'
);
CREATE PARTITION SCHEME ps_month AS PARTITION pf_month ALL TO ([PRIMARY]);
DROP INDEX ix_fuel_window_window_start ON fuel_window;
ALTER TABLE fuel_window DROP CONSTRAINT pk_fuel_window;
CREATE UNIQUE CLUSTERED INDEX pk_fuel_window ON fuel_window (site, machine_id, window_start) ON ps_month (window_start);
CREATE NONCLUSTERED COLUMNSTORE INDEX ix_fuel_window_columns ON fuel_window
    (site, machine_id, window_start, window_end, kind, equipment_class, operator_id, production_state, fuel_l, expected_l,
     residual_l, physics_l, low_l, high_l, model_name, model_version, covered_s, distance_km, idle_share, fuel_source)
    ON ps_month (window_start);
-- Deleting or updating many rows of one month does not block the other months.
ALTER TABLE fuel_window SET (LOCK_ESCALATION = AUTO);
