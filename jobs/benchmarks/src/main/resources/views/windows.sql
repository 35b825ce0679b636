-- Fuel windows with the numbers :from to :until, in the order of time: all machines of one minute, then the next minute. Trucks
-- repeat a cycle of 30 minutes. The model changes every 30 days; in the first week of each there is a challenger. Operators
-- change at the end of a shift of 12 hours. Each machine's fuel counter is away for 10 hours in 500.
INSERT INTO fuel_window (site, machine_id, window_start, window_end, kind, equipment_class, operator_id, readings, revision,
    fuel_l, distance_km, mean_speed_kph, speed_std_kph, mean_payload_t, climb_m, descent_m, mean_elevation_m,
    mean_engine_load_pct, mean_engine_rpm, engine_on_share, idle_share, covered_s, mean_ambient_temp_c, production_state,
    expected_l, residual_l, physics_l, model_name, model_version, low_l, high_l, challenger_l, challenger_version, fuel_source,
    efh_m)
SELECT 'mine', machine, start_at, DATEADD(MINUTE, 1, start_at), kind, class, op, 60, 1,
       fuel_l, CAST(kph AS FLOAT(53)) / 60, kph, 4, payload_t, climb_m, 0, 3500,
       40 + 50 * noise, 1500 + 300 * noise, 1, CASE WHEN kph = 0 THEN 1 ELSE 0 END, covered_s, 12, state,
       expected_l, fuel_l - expected_l, expected_l * 97 / 100, 'fuel-window', version, expected_l * 9 / 10, expected_l * 11 / 10,
       CASE WHEN tried = 1 THEN expected_l * 99 / 100 END, CASE WHEN tried = 1 THEN next_version END,
       CASE WHEN MOD(minutes / 600 + 7 * m, 50) = 0 THEN 'RATE' WHEN MOD(m, 7) = 3 THEN 'COUNTER' ELSE 'BOTH' END,
       CASE WHEN kph > 0 THEN kph * 40 END
FROM (SELECT m, minutes, start_at, noise, kind, class, state, kph, climb_m, payload_t,
             CASE WHEN noise * 100 < 1 THEN 55 ELSE 60 END AS covered_s,
             CASE WHEN m < 20 THEN 'T' WHEN m < 23 THEN 'S' ELSE 'A' END || LPAD(m + 1, 2, '0') AS machine,
             'op-' || LPAD(MOD(7 * m + 11 * ((minutes + 270) / 720), 60), 2, '0') AS op,
             lph * (9 + 2 * noise) / 600 AS fuel_l,
             lph * (97 + 6 * other_noise) / 6000 AS expected_l,
             CAST(1 + minutes / 43200 AS VARCHAR) AS version,
             CAST(2 + minutes / 43200 AS VARCHAR) AS next_version,
             CASE WHEN MOD(minutes, 43200) < 10080 THEN 1 ELSE 0 END AS tried
      FROM (SELECT m, minutes, DATEADD(MINUTE, minutes, TIMESTAMP '2025-04-01 00:00:00') AS start_at, noise, other_noise,
                   CASE WHEN m < 20 THEN 'HAULTRUCK' WHEN m < 23 THEN 'SHOVEL' ELSE 'AUX' END AS kind,
                   CASE WHEN m < 14 THEN '930E' WHEN m < 20 THEN '797F' WHEN m < 23 THEN 'PC8000' ELSE 'D475' END AS class,
                   CASE WHEN m >= 20 THEN 'STOPPED' WHEN phase < 2 THEN 'QUEUED' WHEN phase < 5 THEN 'LOADING'
                        WHEN phase < 16 THEN 'HAULING' WHEN phase < 18 THEN 'DUMPING' ELSE 'DRIVING' END AS state,
                   CASE WHEN m >= 23 THEN 55 WHEN m >= 20 THEN 420 WHEN phase < 5 THEN 32 WHEN phase < 16
                        THEN 330 + 18 * phase WHEN phase < 18 THEN 90 ELSE 110 + 3 * phase END AS lph,
                   CASE WHEN m >= 20 OR phase < 5 THEN 0 WHEN phase < 16 THEN 18 WHEN phase < 18 THEN 3
                        ELSE 34 END AS kph,
                   CASE WHEN m < 20 AND phase >= 5 AND phase < 16 THEN 22 ELSE 0 END AS climb_m,
                   CASE WHEN m < 20 AND phase >= 5 AND phase < 16 THEN 291 WHEN m < 20 THEN 0 END AS payload_t
            FROM (SELECT CAST(MOD(X, 26) AS INT) AS m, CAST(X / 26 AS INT) AS minutes,
                         CAST(MOD(X / 26 + 7 * MOD(X, 26), 30) AS INT) AS phase,
                         CAST(MOD(X * 7919, 1009) AS FLOAT(53)) / 1009 AS noise,
                         CAST(MOD(X * 104729, 997) AS FLOAT(53)) / 997 AS other_noise
                  FROM SYSTEM_RANGE(:from, :until)) numbers) phases) windows;
