-- Roles and rights. Roles belong to the whole server: those that exist are kept. They cannot log in: an administrator creates
-- users and grants them a role, so that no password is in a file.
-- fuel_writer is for the jobs; fuel_analyst reads all tables and views; fuel_reader reads the views of the present for screens,
-- which name no person. web_anon is for HTTP requests without a token (deploy/postgrest) and reads api.freshness only.
-- Migrations and retention run as the owner of the tables.
DO $$
DECLARE
    role_name TEXT;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['fuel_writer', 'fuel_analyst', 'fuel_reader', 'web_anon'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
                EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
            END IF;
        EXCEPTION
            -- Another database of the server was migrated at the same time.
            WHEN duplicate_object OR unique_violation THEN NULL;
        END;
    END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE ON equipment TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON fuel_window TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON haul_cycle TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON refuel TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON alert TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON drift_event TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON rejected_reading TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON dispatch_plan TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON dispatch_assignment TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON model_version TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON fuel_saving TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON quality_hour TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON retraining TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON ledger_shift TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON road_excess TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON shutdown_advice TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON payload_advice TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON consumption_outlier TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON alert_state TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON data_drift TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON tank_event TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON fuel_reconciliation TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON equipment_state TO fuel_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON fuel_hour TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON road_segment TO fuel_writer;
GRANT SELECT, INSERT, UPDATE ON copy_watermark TO fuel_writer;
GRANT SELECT ON equipment TO fuel_analyst;
GRANT SELECT ON fuel_window TO fuel_analyst;
GRANT SELECT ON haul_cycle TO fuel_analyst;
GRANT SELECT ON refuel TO fuel_analyst;
GRANT SELECT ON alert TO fuel_analyst;
GRANT SELECT ON drift_event TO fuel_analyst;
GRANT SELECT ON rejected_reading TO fuel_analyst;
GRANT SELECT ON dispatch_plan TO fuel_analyst;
GRANT SELECT ON dispatch_assignment TO fuel_analyst;
GRANT SELECT ON model_version TO fuel_analyst;
GRANT SELECT ON fuel_saving TO fuel_analyst;
GRANT SELECT ON quality_hour TO fuel_analyst;
GRANT SELECT ON retraining TO fuel_analyst;
GRANT SELECT ON ledger_shift TO fuel_analyst;
GRANT SELECT ON road_excess TO fuel_analyst;
GRANT SELECT ON shutdown_advice TO fuel_analyst;
GRANT SELECT ON payload_advice TO fuel_analyst;
GRANT SELECT ON consumption_outlier TO fuel_analyst;
GRANT SELECT ON alert_state TO fuel_analyst;
GRANT SELECT ON data_drift TO fuel_analyst;
GRANT SELECT ON tank_event TO fuel_analyst;
GRANT SELECT ON fuel_reconciliation TO fuel_analyst;
GRANT SELECT ON equipment_state TO fuel_analyst;
GRANT SELECT ON fuel_hour TO fuel_analyst;
GRANT SELECT ON road_segment TO fuel_analyst;
GRANT SELECT ON copy_watermark TO fuel_analyst;

-- What PostgREST shows. afterMigrate.sql fills it.
CREATE SCHEMA api;
COMMENT ON SCHEMA api IS 'The tables and views over HTTP, with times in UTC with their offset.';
GRANT USAGE ON SCHEMA api TO web_anon, fuel_reader, fuel_analyst;
