-- A mine of 26 machines: 20 trucks, 3 loading units, 3 auxiliary machines; and the present of each machine.
INSERT INTO equipment (site, equipment_id, kind, equipment_class, updated_at, nominal_payload_t)
SELECT 'mine',
       CASE WHEN X < 20 THEN 'T' WHEN X < 23 THEN 'S' ELSE 'A' END || LPAD(X + 1, 2, '0'),
       CASE WHEN X < 20 THEN 'HAULTRUCK' WHEN X < 23 THEN 'SHOVEL' ELSE 'AUX' END,
       CASE WHEN X < 14 THEN '930E' WHEN X < 20 THEN '797F' WHEN X < 23 THEN 'PC8000' ELSE 'D475' END,
       TIMESTAMP '2025-04-01 00:00:00',
       CASE WHEN X < 14 THEN 291 WHEN X < 20 THEN 363 END
FROM SYSTEM_RANGE(0, 25);

INSERT INTO equipment_state (site, machine_id, production_state, place_id, fuel_level_pct, state_at, kind, equipment_class,
    fuel_lph, expected_lph, mean_speed_kph, engine_on_share, window_at)
SELECT site, equipment_id, 'DRIVING', 'R07', 64, TIMESTAMP '2025-12-31 00:00:00', kind, equipment_class, 212, 205, 23, 1,
       TIMESTAMP '2025-12-31 00:00:00'
FROM equipment;

INSERT INTO road_segment (site, segment_id, from_location_id, to_location_id, length_m, grade_pct, geometry_wkt, updated_at)
SELECT 'mine', 'R' || LPAD(X, 2, '0'), 'N' || X, 'N' || (X + 1), 200 + 13 * X, MOD(X, 11) - 2,
       'LINESTRING (' || X || ' 0, ' || X || ' 120, ' || X || ' 260)', TIMESTAMP '2025-04-01 00:00:00'
FROM SYSTEM_RANGE(1, 60);

INSERT INTO model_version (name, version, registered_at, promoted_at, training_rows, mean_absolute_error_l, r2)
SELECT 'fuel-window', X, DATEADD(DAY, 30 * X, TIMESTAMP '2025-03-01 00:00:00'),
       DATEADD(DAY, 30 * X + 7, TIMESTAMP '2025-03-01 00:00:00'), 900000, 0.31, 0.96
FROM SYSTEM_RANGE(1, 13);
