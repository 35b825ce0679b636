-- Indexes and roles. H2 in MSSQLServer mode.
-- sql/sqlserver/V18__indexes_and_roles.sql contains the same, and partitions; always change both files.

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
CREATE ROLE IF NOT EXISTS fuel_writer;
CREATE ROLE IF NOT EXISTS fuel_reader;
CREATE ROLE IF NOT EXISTS fuel_analyst;
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
