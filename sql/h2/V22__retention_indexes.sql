-- Indexes for retention. H2 in MSSQLServer mode.
-- sql/sqlserver/V22__retention_indexes.sql contains the same, and that of fuel_window; always change both files.

-- Retention deletes rows by time, of all sites at once. Without an index it reads and locks the whole table.
CREATE INDEX ix_alert_state_changed_at ON alert_state (changed_at);
CREATE INDEX ix_data_drift_at ON data_drift (at);
CREATE INDEX ix_road_excess_at ON road_excess (at);
CREATE INDEX ix_consumption_outlier_at ON consumption_outlier (at);
CREATE INDEX ix_shutdown_advice_since ON shutdown_advice (since);
CREATE INDEX ix_payload_advice_shift_start ON payload_advice (shift_start);
CREATE INDEX ix_dispatch_plan_made_at ON dispatch_plan (made_at);
