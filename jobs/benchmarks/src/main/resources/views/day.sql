-- What the jobs write beside fuel windows in one day, :day, for the mine of mine.sql. :start is its midnight.
INSERT INTO haul_cycle (cycle_id, site, truck_id, equipment_class, operator_id, loading_unit_id, load_location_id,
    dump_location_id, assigned_at, load_arrived_at, full_at, dump_arrived_at, empty_at, payload_t, scale_t, empty_travel_s,
    load_queue_s, spot_s, loading_s, full_travel_s, dump_queue_s, dumping_s, hang_s, empty_distance_m, full_distance_m,
    efh_empty_m, efh_full_m, lift_m, fuel_l, source, engine_on_s)
SELECT 'mine/T' || LPAD(t + 1, 2, '0') || '/' || (48 * :day + slot), 'mine', 'T' || LPAD(t + 1, 2, '0'),
       CASE WHEN t < 14 THEN '930E' ELSE '797F' END, 'op-' || LPAD(MOD(7 * t + 11 * (48 * :day + slot + 9) / 24, 60), 2, '0'),
       'S' || (21 + MOD(n, 3)), 'F' || MOD(n, 5), 'D' || MOD(n, 4), at_start, DATEADD(MINUTE, 11, at_start),
       DATEADD(MINUTE, 15, at_start), DATEADD(MINUTE, 26, at_start), DATEADD(MINUTE, 28, at_start),
       CASE WHEN t < 14 THEN 250 ELSE 320 END + 60 * noise, 290, 600 + 100 * noise, 90 * noise, 45, 130 + 40 * noise,
       620 + 90 * noise, 60 * noise, 55, 70 * noise, 4100, 3900, 5000, 9000, 210,
       95 + 40 * noise, 'JOB', 1700
FROM (SELECT X AS n, MOD(X, 20) AS t, X / 20 AS slot, CAST(MOD((X + 960 * :day) * 7919, 1009) AS FLOAT(53)) / 1009 AS noise,
             DATEADD(MINUTE, 30 * (X / 20), :start) AS at_start
      FROM SYSTEM_RANGE(0, 959)) slots
WHERE MOD(n * 7 + :day, 20) < 17;

INSERT INTO refuel (site, truck_id, started_at, ended_at, bay_id, duration_s, dispensed_l, level_before_pct, level_after_pct)
SELECT 'mine', 'T' || LPAD(MOD(X, 20) + 1, 2, '0'), DATEADD(MINUTE, MOD(X * 37 + 11 * :day, 700) + 720 * (X / 20), :start),
       DATEADD(MINUTE, MOD(X * 37 + 11 * :day, 700) + 720 * (X / 20) + 9, :start), 'BAY', 540, 2300 + 17 * X, 31, 97
FROM SYSTEM_RANGE(0, 39);

INSERT INTO tank_event (event_id, site, machine_id, kind, started_at, ended_at, litres, standard_error_l, level_l, bay_l,
    source, bay_id, place, confidence)
SELECT 'mine/' || :day || '/' || X, 'mine', 'T' || LPAD(MOD(X, 20) + 1, 2, '0'), CASE WHEN X < 40 THEN 'FILL' ELSE 'DRAIN' END,
       DATEADD(MINUTE, MOD(X * 37 + 11 * :day, 700) + 720 * MOD(X / 20, 2), :start),
       DATEADD(MINUTE, MOD(X * 37 + 11 * :day, 700) + 720 * MOD(X / 20, 2) + 9, :start), CASE WHEN X < 40 THEN 2300 ELSE 160 END,
       25, 2290, CASE WHEN X < 40 THEN 2300 END, CASE WHEN X < 40 THEN 'BOTH' ELSE 'LEVEL' END, 'BAY', 'PARK', 0.97
FROM SYSTEM_RANGE(0, 40);

INSERT INTO fuel_reconciliation (interval_id, site, machine_id, from_at, to_at, level_l, metered_l, dispensed_l, level_rise_l,
    expected_l, difference_l, standard_error_l, leak_lph, verdict, suspect, confidence)
SELECT 'mine/' || :day || '/' || X, 'mine', 'T' || LPAD(MOD(X, 20) + 1, 2, '0'), DATEADD(MINUTE, X * 17 - 720, :start),
       DATEADD(MINUTE, X * 17, :start), 2310, 2290, 2300, 2295, 2280, 20, 31, 1.2, CASE MOD(X + :day, 19) WHEN 0 THEN 'LEAK' WHEN 1
       THEN 'METER_BIAS' ELSE 'CONSISTENT' END, CASE MOD(X + :day, 19) WHEN 1 THEN 'METER' END, 0.9
FROM SYSTEM_RANGE(0, 39);

INSERT INTO alert (alert_id, site, machine_id, type, severity, raised_at, cleared_at, message, evidence, state, revision,
    changed_at, acknowledged_at, acknowledged_by, occurrences, duration_s, seen_en, expected_en, reason_en, action_en, seen_es,
    expected_es, reason_es, action_es)
SELECT 'A/mine/' || :day || '/' || X, 'mine', 'T' || LPAD(MOD(X + :day, 20) + 1, 2, '0'),
       CASE MOD(X, 4) WHEN 0 THEN 'LONG_IDLE' WHEN 1 THEN 'EXCESS_FUEL' WHEN 2 THEN 'OVERLOAD' ELSE 'FUEL_SENSOR' END,
       CASE WHEN MOD(X, 20) = 19 THEN 'CRITICAL' WHEN MOD(X, 5) = 4 THEN 'WARNING' ELSE 'INFO' END, raised,
       CASE WHEN MOD(X + :day, 400) > 0 THEN DATEADD(MINUTE, 20, raised) END, 'T01: 312 L/h, expected 260 L/h', '{"lph":312}',
       'NORMAL', 4, DATEADD(MINUTE, 20, raised), DATEADD(MINUTE, 2, raised), 'operator', 1 + MOD(X, 3), 1200,
       REPEAT('seen ', 12), REPEAT('expected ', 8), REPEAT('reason ', 8), REPEAT('action ', 8), REPEAT('visto ', 12),
       REPEAT('esperado ', 8), REPEAT('causa ', 8), REPEAT('acción ', 8)
FROM (SELECT X, DATEADD(MINUTE, 24 * X, :start) AS raised FROM SYSTEM_RANGE(0, 59)) times;

INSERT INTO alert_state (alert_id, changed_at, change, site, machine_id, type, severity, state, revision, user_name)
SELECT a.alert_id, DATEADD(SECOND, CASE a.severity WHEN 'CRITICAL' THEN 10 ELSE 120 END * s.X, a.raised_at),
       CASE WHEN s.X = 0 THEN 'RAISED' WHEN s.X = 5 THEN 'CLEARED' WHEN MOD(s.X, 2) = 0 THEN 'RETURNED' ELSE 'ACKNOWLEDGED' END,
       a.site, a.machine_id, a.type, a.severity, CASE WHEN s.X = 5 THEN 'NORMAL' WHEN MOD(s.X, 2) = 0 THEN 'UNACKNOWLEDGED'
       ELSE 'ACKNOWLEDGED' END, s.X + 1, CASE WHEN MOD(s.X, 2) = 1 AND s.X < 5 THEN 'operator' END
FROM alert a CROSS JOIN SYSTEM_RANGE(0, 5) s
WHERE a.raised_at >= :start AND a.raised_at < DATEADD(DAY, 1, :start);

INSERT INTO quality_hour (site, machine_id, hour_start, received, valid, rejected, duplicates, flagged, late, worst_rule,
    worst_rule_rejected)
SELECT e.site, e.equipment_id, DATEADD(HOUR, h.X, :start), 3600, 3580 - MOD(h.X * 17, 300), MOD(h.X * 17, 300), 20, 31, 4,
       'RANGE', MOD(h.X * 11, 200)
FROM equipment e CROSS JOIN SYSTEM_RANGE(0, 23) h;

INSERT INTO dispatch_plan (plan_id, site, made_at, valid_until, trigger, solver_state, target_tph, planned_tph, planned_lph,
    baseline_lph, match_factor, trucks_in_service, trucks_parked, flows, unmet, solve_millis, price_model, truck_ratios, trucks)
SELECT 'mine/' || :day || '/' || X, 'mine', DATEADD(MINUTE, 15 * X, :start), DATEADD(MINUTE, 15 * X + 15, :start), 'TIMER',
       'OPTIMAL', 9000, 8950, 4100, 4300, 0.98, REPEAT('"T01",', 18), '["T19"]', REPEAT('{"from":"F1","to":"D1","tph":900},', 10),
       '[]', 40, 'fuel-window 3', '{"T03":1.04}', REPEAT('{"truckId":"T01","inService":true,"faceId":"F1","dumpId":"D1"},', 20)
FROM SYSTEM_RANGE(0, 95);

INSERT INTO dispatch_assignment (assignment_id, plan_id, site, truck_id, task, destination_id, route_segment_ids, reason_code,
    expected_litres_saved, issued_at, valid_until, reply_status, replied_at)
SELECT 'mine/' || :day || '/' || X, 'mine/' || :day || '/' || (X / 17), 'mine', 'T' || LPAD(MOD(X, 20) + 1, 2, '0'),
       CASE WHEN MOD(X, 2) = 0 THEN 'LOAD' ELSE 'DUMP' END, 'F' || MOD(X, 5), '["R01","R02","R03","R07"]', 'PLAN', 1.3,
       DATEADD(SECOND, 52 * X, :start), DATEADD(SECOND, 52 * X + 600, :start), CASE WHEN MOD(X, 50) = 0 THEN 'Rejected' WHEN
       MOD(X, 50) > 2 THEN 'Accepted' END, DATEADD(SECOND, 52 * X + 20, :start)
FROM SYSTEM_RANGE(0, 1631);

INSERT INTO road_excess (site, segment_id, at, passes, excess_pct, standard_error_pct, low_pct, excess_ratio, litres_per_day,
    litres_per_day_low, litres_per_day_high, grading_rank, speeds)
SELECT r.site, r.segment_id, DATEADD(HOUR, h.X, :start), 30, 0.4, 0.1, 0.1, 0.08, r.length_m / 3, r.length_m / 4, r.length_m / 2,
       CASE WHEN r.length_m > 500 THEN CAST(r.length_m / 13 AS INT) - 38 END,
       REPEAT('{"className":"930E","loaded":true,"segmentId":"R01","kph":17.5,"passes":30},', 4)
FROM road_segment r CROSS JOIN SYSTEM_RANGE(0, 23) h;

INSERT INTO data_drift (site, equipment_class, feature, at, since, model_name, model_version, samples, psi, psi_by_chance,
    kullback_leibler, jensen_shannon, wasserstein, kolmogorov_smirnov, out_of_range_share, missing_share, status, exceeded,
    counts, drifted_share)
SELECT 'mine', CASE MOD(X, 4) WHEN 0 THEN '930E' WHEN 1 THEN '797F' WHEN 2 THEN 'PC8000' ELSE 'D475' END,
       'feature' || MOD(X / 4, 20), DATEADD(HOUR, X / 80, :start), DATEADD(HOUR, X / 80 - 24, :start), 'fuel-window', '3', 20000,
       0.03, 0.001, 0.02, 0.02, 0.04, 0.03, 0, 0, CASE WHEN MOD(X, 37) = 0 THEN 'DRIFTED' ELSE 'STABLE' END, '[]',
       REPEAT('120,', 20), 0.05
FROM SYSTEM_RANGE(0, 1919);

INSERT INTO drift_event (drift_id, site, machine_id, detector, metric, detected_at, mean_before, mean_after, samples_before,
    samples_after, model_version, kind, scope, subject, since, ended, cause, evidence)
SELECT 'mine/' || :day || '/' || X, 'mine', 'T' || LPAD(MOD(X + 2 * :day, 20) + 1, 2, '0'), 'ADWIN', 'residualRatio',
       DATEADD(HOUR, 9 + X, :start), 0.01, 0.06, 4000, 300, '3', 'PERFORMANCE', 'MACHINE',
       'T' || LPAD(MOD(X + 2 * :day, 20) + 1, 2, '0'), DATEADD(HOUR, 4 + X, :start), 0, 'MACHINE_SICK', REPEAT('evidence ', 20)
FROM SYSTEM_RANGE(0, 1);

INSERT INTO rejected_reading (quality_id, verdict, rule, severity, field, observed, expected, topic, site, machine_id,
    event_time, received_at, redelivered, payload)
SELECT 'mine/' || :day || '/' || X, CASE MOD(X, 4) WHEN 0 THEN 'REJECTED' WHEN 1 THEN 'DUPLICATE' WHEN 2 THEN 'FLAGGED' ELSE 'LATE'
       END, 'RULE' || MOD(X, 9), 'ERROR', 'fuelRateLph', '-3', '0 to 700', 'mine/T01/telemetry', 'mine',
       'T' || LPAD(MOD(X, 20) + 1, 2, '0'), DATEADD(SECOND, 43 * X, :start), DATEADD(SECOND, 43 * X + 2, :start), 0,
       CASE WHEN MOD(X, 4) = 0 THEN CAST(REPEAT('x', 300) AS VARBINARY) END
FROM SYSTEM_RANGE(0, 1999)
WHERE :day >= :days - 90;

INSERT INTO shutdown_advice (advice_id, site, truck_id, reason, since, advised_at, expected_rest_s, restart_cost_s,
    litres_per_hour, expected_litres, text, engine_off_at, ended_at)
SELECT 'mine/' || :day || '/' || X, 'mine', 'T' || LPAD(MOD(X, 20) + 1, 2, '0'), CASE MOD(X, 2) WHEN 0 THEN 'QUEUE' ELSE 'BREAK' END,
       DATEADD(MINUTE, 35 * X, :start), DATEADD(MINUTE, 35 * X + 2, :start), 900, 60, 32, 7.5, 'Switch the engine off',
       CASE WHEN MOD(X, 3) > 0 THEN DATEADD(MINUTE, 35 * X + 4, :start) END, DATEADD(MINUTE, 35 * X + 20, :start)
FROM SYSTEM_RANGE(0, 39);

INSERT INTO payload_advice (advice_id, site, unit_id, operator_id, shift_start, at, loads, mean_share, mean_low_share,
    mean_high_share, spread_share, under_share, over110_share, over120_share, lost_litres_per_tonne, text)
SELECT 'mine/' || :day || '/' || X, 'mine', 'S' || (21 + MOD(X, 3)), 'op-' || X, DATEADD(HOUR, 12 * (X / 3), :start),
       DATEADD(HOUR, 12 * (X / 3) + 11, :start), 130, 0.94, 0.92, 0.96, 0.05, 0.2, 0.02, 0, 0.01,
       CASE WHEN MOD(X, 2) = 0 THEN 'Loads are light' END
FROM SYSTEM_RANGE(0, 5);

INSERT INTO consumption_outlier (site, kind, code, at, hours, shifts, ratio, low_ratio, high_ratio, rank)
SELECT 'mine', CASE WHEN MOD(X, 10) < 4 THEN 'MACHINE' ELSE 'OPERATOR' END, 'code' || MOD(X, 10), DATEADD(HOUR, X / 10, :start),
       200, 20, 1.04, 1.01, 1.07, 1 + MOD(X, 10)
FROM SYSTEM_RANGE(0, 239);

INSERT INTO fuel_saving (saving_id, site, lever, baseline, span_start, span_end, litres, tonnes, basis, standard_error_l,
    noise95_l, fit95_l)
SELECT 'mine/' || :day || '/' || X, 'mine', 'LEVER' || MOD(X, 5), 'BASELINE', DATEADD(HOUR, 12 * MOD(X / 5, 2), :start),
       DATEADD(HOUR, 12 * MOD(X / 5, 2) + 12, :start), 120 + X, 100000, CASE WHEN X < 10 THEN 'MEASURED' ELSE 'PLANNED' END, 40,
       70, 20
FROM SYSTEM_RANGE(0, 19);

INSERT INTO ledger_shift (ledger_id, site, span_start, span_end, phase, tonnes, tonne_km, covered_h, burnt_l, expected_l, saved_l,
    standard_error_l, noise95_l, fit95_l)
SELECT 'mine/' || :day || '/' || X, 'mine', DATEADD(HOUR, 12 * X, :start), DATEADD(HOUR, 12 * X + 12, :start),
       CASE WHEN :day < 30 THEN 'BASELINE' ELSE 'MEASURED' END, 100000, 400000, 210, 52000, 53000, 1000, 300, 500, 200
FROM SYSTEM_RANGE(0, 1);

INSERT INTO retraining (request_id, model_name, asked_because, asked_at, verdict, reason, champion_version, candidate_version,
    decided_at)
SELECT 'mine/' || :day, 'fuel-window', 'SCHEDULE', :start, 'PROMOTED', 'better', :day / 30 + 1, :day / 30 + 2, :start
FROM SYSTEM_RANGE(0, 0)
WHERE MOD(:day, 30) = 0;
