-- What a drift concerns, since when, and what is suspected. H2 in MSSQLServer mode.
-- sql/sqlserver/V15__drift_scope.sql contains the same; always change both files.

-- PERFORMANCE (residuals of a model) or DATA (a model's input).
ALTER TABLE drift_event ADD kind NVARCHAR(50) NULL;

-- MACHINE, CLASS, ROAD or FLEET; machine_id is NULL unless it is MACHINE.
ALTER TABLE drift_event ADD scope NVARCHAR(50) NULL;

-- The machine, class or road segment; the site if the scope is FLEET.
ALTER TABLE drift_event ADD subject NVARCHAR(100) NULL;

-- Estimated time of the change (UTC).
ALTER TABLE drift_event ADD since DATETIME2(3) NULL;

-- 1 when an earlier drift of the subject is over.
ALTER TABLE drift_event ADD ended BIT NULL;

-- The suspected cause: MACHINE_SICK, SENSOR_BIAS, PAYLOAD_SCALE, ROAD_WET, FUEL_OR_WEATHER, MODEL_REPLACED or UNKNOWN.
ALTER TABLE drift_event ADD cause NVARCHAR(50) NULL;

-- The measurements that suggest the drift and its cause, in words.
ALTER TABLE drift_event ADD evidence NVARCHAR(MAX) NULL;
