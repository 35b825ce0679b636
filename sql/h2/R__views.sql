-- Views for analysts. Units: litres, tonnes, seconds, shares (0 to 1); a day is 24 hours of event time, UTC.
-- sql/sqlserver/R__views.sql contains the same views; only beginning and end of the statements differ.

-- The time span of a site's cycles: from the first assignment to the last dump.
CREATE OR REPLACE VIEW v_mine_span AS
SELECT site,
       MIN(assigned_at) AS first_assigned_at,
       MAX(empty_at) AS last_empty_at,
       DATEDIFF(SECOND, MIN(assigned_at), MAX(empty_at)) / 86400.0 AS days,
       COUNT(DISTINCT truck_id) AS trucks
FROM haul_cycle
GROUP BY site;

-- Cycles and tonnes of a site in its whole time span.
CREATE OR REPLACE VIEW v_fleet AS
SELECT site,
       cycles,
       trucks,
       tonnes,
       days,
       tonnes / NULLIF(days, 0) AS tonnes_per_day
FROM (SELECT site,
             COUNT(*) AS cycles,
             COUNT(DISTINCT truck_id) AS trucks,
             SUM(payload_t) AS tonnes,
             DATEDIFF(SECOND, MIN(assigned_at), MAX(empty_at)) / 86400.0 AS days
      FROM haul_cycle
      GROUP BY site) c;

-- Cycles and tonnes by calendar day (UTC) of the end of dumping.
CREATE OR REPLACE VIEW v_fleet_day AS
SELECT site,
       CAST(empty_at AS DATE) AS mine_day,
       COUNT(*) AS cycles,
       COUNT(DISTINCT truck_id) AS trucks,
       SUM(payload_t) AS tonnes
FROM haul_cycle
GROUP BY site, CAST(empty_at AS DATE);

-- Tonnes hauled and litres refuelled by truck; dispensed_l is null for a truck without refuellings.
CREATE OR REPLACE VIEW v_truck_refuels AS
SELECT c.site,
       c.truck_id,
       c.cycles,
       c.tonnes,
       r.refuels,
       r.dispensed_l,
       r.dispensed_l / NULLIF(c.tonnes, 0) AS litres_per_tonne
FROM (SELECT site, truck_id, COUNT(*) AS cycles, SUM(payload_t) AS tonnes
      FROM haul_cycle GROUP BY site, truck_id) c
LEFT JOIN (SELECT site, truck_id, COUNT(*) AS refuels, SUM(dispensed_l) AS dispensed_l
           FROM refuel GROUP BY site, truck_id) r
    ON r.site = c.site AND r.truck_id = c.truck_id;

-- Litres per tonne by the fuel bay's meter, for trucks with known refuellings.
CREATE OR REPLACE VIEW v_litres_per_tonne_by_refuels AS
SELECT site,
       COUNT(*) AS trucks,
       SUM(refuels) AS refuels,
       SUM(dispensed_l) AS litres,
       SUM(tonnes) AS tonnes,
       SUM(dispensed_l) / NULLIF(SUM(tonnes), 0) AS litres_per_tonne
FROM v_truck_refuels
WHERE dispensed_l IS NOT NULL
GROUP BY site;

-- The time between two refuellings of a truck, the litres dispensed at the later one, and how v_refuel_interval adds it up: the sums of
-- the hours from hours_from to hours_until, and the windows of the first and the last hour, which are added (sign 1) where less
-- than half of the hour is between the refuellings, and else taken off (sign -1).
CREATE OR REPLACE VIEW v_refuel_span AS
SELECT site,
       truck_id,
       from_at,
       to_at,
       dispensed_l,
       from_hour,
       to_hour,
       CASE WHEN from_minute < 30 THEN from_hour ELSE DATEADD(HOUR, 1, from_hour) END AS hours_from,
       CASE WHEN to_minute < 30 THEN to_hour ELSE DATEADD(HOUR, 1, to_hour) END AS hours_until,
       CASE WHEN from_minute < 30 THEN -1 ELSE 1 END AS first_sign,
       CASE WHEN from_minute < 30 THEN from_hour ELSE from_at END AS first_from,
       CASE WHEN from_minute < 30 THEN from_at ELSE DATEADD(HOUR, 1, from_hour) END AS first_until,
       CASE WHEN to_minute < 30 THEN 1 ELSE -1 END AS last_sign,
       CASE WHEN to_minute < 30 THEN to_hour ELSE DATEADD(MINUTE, -1, to_at) END AS last_from,
       CASE WHEN to_minute < 30 THEN to_at ELSE DATEADD(HOUR, 1, to_hour) END AS last_until
FROM (SELECT site,
             truck_id,
             from_at,
             to_at,
             dispensed_l,
             DATEADD(HOUR, DATEDIFF(HOUR, CAST('2000-01-01' AS DATETIME2), from_at), CAST('2000-01-01' AS DATETIME2)) AS from_hour,
             DATEADD(HOUR, DATEDIFF(HOUR, CAST('2000-01-01' AS DATETIME2), to_at), CAST('2000-01-01' AS DATETIME2)) AS to_hour,
             DATEDIFF(MINUTE, CAST('2000-01-01' AS DATETIME2), from_at) % 60 AS from_minute,
             DATEDIFF(MINUTE, CAST('2000-01-01' AS DATETIME2), to_at) % 60 AS to_minute
      FROM (SELECT site,
                   truck_id,
                   LAG(COALESCE(ended_at, started_at)) OVER (PARTITION BY site, truck_id ORDER BY started_at) AS from_at,
                   started_at AS to_at,
                   dispensed_l
            FROM refuel) r
      WHERE from_at IS NOT NULL) i;

-- Fuel counted by a truck's windows between two refuellings, and fuel dispensed at the later one; covered is the share of that
-- time for which there are windows. A window of a minute counts if all of it is between the refuellings. Whole hours are read from
-- their sums, so that the time grows with hours, not with minutes.
CREATE OR REPLACE VIEW v_refuel_interval AS
SELECT site,
       truck_id,
       from_at,
       to_at,
       dispensed_l,
       SUM(fuel_l) AS windows_l,
       SUM(expected_l) AS expected_l,
       SUM(covered_s) / NULLIF(DATEDIFF(SECOND, from_at, to_at), 0) AS covered
FROM (SELECT i.site, i.truck_id, i.from_at, i.to_at, i.dispensed_l, h.fuel_l, h.expected_l, h.covered_s
      FROM v_refuel_span i
      JOIN fuel_hour h
          ON h.site = i.site AND h.machine_id = i.truck_id AND h.hour_start >= i.hours_from
             AND h.hour_start < i.hours_until
      WHERE i.from_hour < i.to_hour
      UNION ALL
      SELECT i.site, i.truck_id, i.from_at, i.to_at, i.dispensed_l, i.first_sign * w.fuel_l, i.first_sign * w.expected_l,
             i.first_sign * w.covered_s
      FROM v_refuel_span i
      JOIN fuel_window w
          ON w.site = i.site AND w.machine_id = i.truck_id AND w.window_start >= i.first_from
             AND w.window_start < i.first_until
      WHERE i.from_hour < i.to_hour
      UNION ALL
      SELECT i.site, i.truck_id, i.from_at, i.to_at, i.dispensed_l, i.last_sign * w.fuel_l, i.last_sign * w.expected_l,
             i.last_sign * w.covered_s
      FROM v_refuel_span i
      JOIN fuel_window w
          ON w.site = i.site AND w.machine_id = i.truck_id AND w.window_start >= i.last_from
             AND w.window_start < i.last_until
      WHERE i.from_hour < i.to_hour
        AND i.last_sign = CASE WHEN w.window_end <= i.to_at THEN 1 ELSE -1 END
      UNION ALL
      SELECT i.site, i.truck_id, i.from_at, i.to_at, i.dispensed_l, w.fuel_l, w.expected_l, w.covered_s
      FROM v_refuel_span i
      JOIN fuel_window w
          ON w.site = i.site AND w.machine_id = i.truck_id AND w.window_start >= i.from_at
             AND w.window_start < i.to_at AND w.window_end <= i.to_at
      WHERE i.from_hour = i.to_hour) p
GROUP BY site, truck_id, from_at, to_at, dispensed_l;

-- Fuel counted and expected divided by the bay's meter: 1 if they agree, above 1 if too much is counted or expected.
-- Only intervals covered by windows to at least 95 %. Tanks are not always filled to the same level, so compare many.
CREATE OR REPLACE VIEW v_truck_reconciliation AS
SELECT site,
       truck_id,
       COUNT(*) AS intervals,
       SUM(dispensed_l) AS dispensed_l,
       SUM(windows_l) / NULLIF(SUM(dispensed_l), 0) AS windows_per_dispensed,
       SUM(expected_l) / NULLIF(SUM(dispensed_l), 0) AS expected_per_dispensed
FROM v_refuel_interval
WHERE covered >= 0.95
GROUP BY site, truck_id;

-- Litres burned by the trucks' own sensors, and expected by the model and by physics, by day (UTC).
CREATE OR REPLACE VIEW v_truck_fuel_day AS
SELECT site,
       CAST(hour_start AS DATE) AS mine_day,
       SUM(windows) AS windows,
       SUM(fuel_l) AS litres,
       SUM(expected_l) AS expected_l,
       SUM(physics_l) AS physics_l
FROM fuel_hour
WHERE kind = 'HAULTRUCK'
GROUP BY site, CAST(hour_start AS DATE);

-- The sensors of the trucks' litres, by truck and day (UTC): RATE, COUNTER or BOTH; null in windows of earlier releases.
-- A truck with many windows of one sensor has a sensor that is missing, stuck or contradicts itself.
CREATE OR REPLACE VIEW v_fuel_source AS
SELECT site,
       machine_id,
       CAST(hour_start AS DATE) AS mine_day,
       NULLIF(fuel_source, '') AS fuel_source,
       SUM(windows) AS windows,
       SUM(fuel_l) AS litres,
       SUM(covered_s) / 3600.0 AS covered_h
FROM fuel_hour
WHERE kind = 'HAULTRUCK'
GROUP BY site, machine_id, CAST(hour_start AS DATE), NULLIF(fuel_source, '');

-- Litres per tonne by the trucks' own sensors, by day (UTC) with windows. UNION ALL, because H2 would add up the cycles again for each
-- day of a join.
CREATE OR REPLACE VIEW v_litres_per_tonne_by_windows AS
SELECT site,
       mine_day,
       MAX(litres) AS litres,
       MAX(expected_l) AS expected_l,
       MAX(tonnes) AS tonnes,
       MAX(litres) / NULLIF(MAX(tonnes), 0) AS litres_per_tonne
FROM (SELECT site, mine_day, 1 AS with_fuel, litres, expected_l, NULL AS tonnes
      FROM v_truck_fuel_day
      UNION ALL
      SELECT site, mine_day, 0, NULL, NULL, tonnes
      FROM v_fleet_day) d
GROUP BY site, mine_day
HAVING MAX(with_fuel) = 1;

-- How each truck's calendar hours were used; the calendar is the site's time span.
CREATE OR REPLACE VIEW v_truck_hours AS
SELECT site,
       truck_id,
       DATEDIFF(SECOND, MIN(MIN(assigned_at)) OVER (PARTITION BY site), MAX(MAX(empty_at)) OVER (PARTITION BY site))
           / 86400.0 * 24.0 AS calendar_h,
       SUM(full_travel_s) / 3600.0 AS loaded_h,
       SUM(empty_travel_s) / 3600.0 AS empty_h,
       SUM(load_queue_s) / 3600.0 AS shovel_queue_h,
       SUM(spot_s) / 3600.0 AS spot_h,
       SUM(loading_s) / 3600.0 AS load_h,
       SUM(dump_queue_s) / 3600.0 AS dump_queue_h,
       SUM(dumping_s) / 3600.0 AS dump_h
FROM haul_cycle
GROUP BY site, truck_id;

-- The same as shares of all trucks' calendar hours; outside is the time that is not part of a cycle.
CREATE OR REPLACE VIEW v_time_shares AS
SELECT site,
       COUNT(*) AS trucks,
       SUM(calendar_h) AS calendar_h,
       SUM(loaded_h) / NULLIF(SUM(calendar_h), 0) AS loaded,
       SUM(empty_h) / NULLIF(SUM(calendar_h), 0) AS travelling_empty,
       SUM(shovel_queue_h) / NULLIF(SUM(calendar_h), 0) AS shovel_queue,
       SUM(spot_h) / NULLIF(SUM(calendar_h), 0) AS spot,
       SUM(load_h) / NULLIF(SUM(calendar_h), 0) AS loading,
       SUM(dump_queue_h) / NULLIF(SUM(calendar_h), 0) AS dump_queue,
       SUM(dump_h) / NULLIF(SUM(calendar_h), 0) AS dumping,
       1 - (SUM(loaded_h) + SUM(empty_h) + SUM(shovel_queue_h) + SUM(spot_h) + SUM(load_h)
            + SUM(dump_queue_h) + SUM(dump_h)) / NULLIF(SUM(calendar_h), 0) AS outside
FROM v_truck_hours
GROUP BY site;

-- Alarms that are not cleared.
CREATE OR REPLACE VIEW v_open_alert AS
SELECT site, machine_id, type, severity, state, raised_at, acknowledged_by, shelved_until, message, alert_id
FROM alert
WHERE cleared_at IS NULL;

-- Fuel burned relative to expected by operator: above 0 means more than the model expects for the same work.
CREATE OR REPLACE VIEW v_fuel_by_operator AS
SELECT site,
       equipment_class,
       operator_id,
       SUM(windows) AS windows,
       SUM(fuel_l) AS litres,
       SUM(expected_l) AS expected_l,
       (SUM(fuel_l) - SUM(expected_l)) / NULLIF(SUM(expected_l), 0) AS excess_share,
       SUM(idle_l) AS idle_l
FROM fuel_hour
WHERE operator_id <> ''
GROUP BY site, equipment_class, operator_id;

-- Error of each model version for haul trucks: mean absolute error and bias (expected minus burned), L per window.
-- Coverage is the share of windows within the version's prediction interval, of those that have one.
CREATE OR REPLACE VIEW v_model_error AS
SELECT site,
       model_name,
       NULLIF(model_version, '') AS model_version,
       MIN(first_window_at) AS first_window_start,
       MAX(last_window_at) AS last_window_start,
       SUM(windows) AS windows,
       SUM(absolute_error_l) / NULLIF(SUM(scored_windows), 0) AS mean_absolute_error_l,
       (SUM(expected_l) - SUM(scored_fuel_l)) / NULLIF(SUM(scored_windows), 0) AS bias_l,
       CAST(SUM(windows_in_interval) AS FLOAT(53)) / NULLIF(SUM(interval_windows), 0) AS coverage
FROM fuel_hour
WHERE kind = 'HAULTRUCK'
GROUP BY site, model_name, NULLIF(model_version, '');

-- Errors of champion and challenger on the same windows, L per window; a gain above 0 means the challenger is better.
CREATE OR REPLACE VIEW v_challenger AS
SELECT site,
       NULLIF(model_version, '') AS model_version,
       challenger_version,
       SUM(compared_windows) AS windows,
       COUNT(DISTINCT machine_id) AS machines,
       SUM(champion_error_l) / SUM(compared_windows) AS champion_mean_absolute_error_l,
       SUM(challenger_error_l) / SUM(compared_windows) AS challenger_mean_absolute_error_l,
       (SUM(champion_error_l) - SUM(challenger_error_l)) / SUM(compared_windows) AS challenger_gain_l
FROM fuel_hour
WHERE compared_windows > 0
GROUP BY site, NULLIF(model_version, ''), challenger_version;

-- Messages that were rejected, repeated, flagged or late, by site, hour of receipt (UTC), verdict and rule.
CREATE OR REPLACE VIEW v_quality_hour AS
SELECT site,
       DATEADD(HOUR, DATEDIFF(HOUR, CAST('2000-01-01' AS DATETIME2), received_at),
               CAST('2000-01-01' AS DATETIME2)) AS received_hour,
       verdict,
       rule AS rule_name,
       COUNT(*) AS messages,
       COUNT(DISTINCT machine_id) AS machines
FROM rejected_reading
GROUP BY site,
         DATEADD(HOUR, DATEDIFF(HOUR, CAST('2000-01-01' AS DATETIME2), received_at),
                 CAST('2000-01-01' AS DATETIME2)),
         verdict,
         rule;

-- Data quality by machine and hour of event time. received is the sum of valid, rejected and duplicates; flagged counts
-- warnings on valid readings; late counts valid readings that came after their window was closed; worst_rule rejected most.
CREATE OR REPLACE VIEW v_quality_machine_hour AS
SELECT site,
       machine_id,
       hour_start,
       received,
       valid,
       rejected,
       duplicates,
       flagged,
       late,
       CAST(rejected AS FLOAT(53)) / NULLIF(received, 0) AS rejected_share,
       worst_rule,
       worst_rule_rejected
FROM quality_hour;

-- Litres saved by lever relative to its baseline, by basis; negative when more was burned. Planned litres have no
-- interval. A measured litre belongs to one lever, so the measured litres of all levers add up to saved_l of v_saving_total.
-- low_l to high_l is the 95 % interval. Do not add up planned and measured litres: both describe the same fuel.
CREATE OR REPLACE VIEW v_dispatch_saving AS
SELECT site,
       lever,
       baseline,
       basis,
       MIN(span_start) AS span_start,
       MAX(span_end) AS span_end,
       SUM(litres) AS litres,
       SUM(litres) - SQRT(SUM(noise95_l * noise95_l) + SUM(fit95_l) * SUM(fit95_l)) AS low_l,
       SUM(litres) + SQRT(SUM(noise95_l * noise95_l) + SUM(fit95_l) * SUM(fit95_l)) AS high_l,
       SUM(tonnes) AS tonnes,
       SUM(litres) / NULLIF(SUM(tonnes), 0) AS litres_per_tonne
FROM fuel_saving
GROUP BY site, lever, baseline, basis;

-- Measured saving of the whole fleet: expected minus burned litres of all measured shifts, with its 95 % interval (low_l to
-- high_l, and in shares of the expected litres). Below 0 more was burned than in the baseline period for the same hauls.
-- shifts_not_measured counts shifts without a figure; ledger_shift.remark says why.
CREATE OR REPLACE VIEW v_saving_total AS
SELECT site,
       SUM(CASE WHEN phase = 'BASELINE' THEN 1 ELSE 0 END) AS shifts_baseline,
       SUM(CASE WHEN phase = 'MEASURED' THEN 1 ELSE 0 END) AS shifts_measured,
       SUM(CASE WHEN phase = 'NOT_MEASURED' THEN 1 ELSE 0 END) AS shifts_not_measured,
       SUM(CASE WHEN phase = 'MEASURED' THEN tonnes END) AS tonnes,
       SUM(CASE WHEN phase = 'MEASURED' THEN burnt_l END) AS burnt_l,
       SUM(expected_l) AS expected_l,
       SUM(saved_l) AS saved_l,
       SUM(saved_l) - SQRT(SUM(noise95_l * noise95_l) + SUM(fit95_l) * SUM(fit95_l)) AS low_l,
       SUM(saved_l) + SQRT(SUM(noise95_l * noise95_l) + SUM(fit95_l) * SUM(fit95_l)) AS high_l,
       SUM(saved_l) / NULLIF(SUM(expected_l), 0) AS saved_share,
       (SUM(saved_l) - SQRT(SUM(noise95_l * noise95_l) + SUM(fit95_l) * SUM(fit95_l)))
           / NULLIF(SUM(expected_l), 0) AS low_share,
       (SUM(saved_l) + SQRT(SUM(noise95_l * noise95_l) + SUM(fit95_l) * SUM(fit95_l)))
           / NULLIF(SUM(expected_l), 0) AS high_share
FROM ledger_shift
GROUP BY site;

-- Answers of the trucks to their assignments, by task.
CREATE OR REPLACE VIEW v_assignment_answer AS
SELECT site,
       task,
       COUNT(*) AS assignments,
       SUM(CASE WHEN reply_status = 'Accepted' THEN 1 ELSE 0 END) AS accepted,
       SUM(CASE WHEN reply_status = 'Rejected' THEN 1 ELSE 0 END) AS rejected,
       SUM(CASE WHEN reply_status IS NULL THEN 1 ELSE 0 END) AS unanswered,
       SUM(expected_litres_saved) AS expected_litres_saved
FROM dispatch_assignment
WHERE task IS NOT NULL
GROUP BY site, task;

-- Road segments for the grader: the newest estimate of each site, most litres per day first. Only segments whose excess is above 0
-- with a probability of 95 % for all segments together. The LEFT JOIN, here and in the other views of the newest rows, makes H2 find
-- the newest time first; with JOIN it finds it again for each row.
CREATE OR REPLACE VIEW v_road_ranking AS
SELECT excess.site,
       excess.grading_rank,
       excess.segment_id,
       excess.at,
       excess.excess_pct,
       excess.low_pct,
       excess.litres_per_day,
       excess.litres_per_day_low,
       excess.litres_per_day_high,
       excess.passes
FROM (SELECT site, MAX(at) AS newest FROM road_excess GROUP BY site) latest
LEFT JOIN road_excess excess ON excess.site = latest.site AND excess.at = latest.newest
WHERE excess.grading_rank IS NOT NULL;

-- Advice to switch off engines by site, day and reason: how often it was given and followed, and litres, expected and measured.
-- Measured litres are those of idling from the minute in which the engine was off to the end of the wait, less the restart.
CREATE OR REPLACE VIEW v_shutdown_advice AS
SELECT site,
       CAST(since AS DATE) AS advice_day,
       reason,
       COUNT(*) AS given,
       SUM(CASE WHEN engine_off_at IS NOT NULL THEN 1 ELSE 0 END) AS followed,
       SUM(CASE WHEN ended_at IS NULL THEN 1 ELSE 0 END) AS still_waiting,
       AVG(expected_rest_s) AS mean_expected_rest_s,
       AVG(CAST(DATEDIFF(SECOND, advised_at, ended_at) AS FLOAT)) AS mean_rest_s,
       SUM(expected_litres) AS expected_litres,
       SUM(CASE WHEN engine_off_at IS NOT NULL AND ended_at IS NOT NULL
                THEN (DATEDIFF(SECOND, engine_off_at, ended_at) - restart_cost_s) / 3600 * litres_per_hour
           END) AS saved_litres
FROM shutdown_advice
GROUP BY site, CAST(since AS DATE), reason;

-- Operators of loading units whose loads are off the nominal payload beyond chance, by shift; codes instead of names.
CREATE OR REPLACE VIEW v_payload_coaching AS
SELECT site,
       shift_start,
       unit_id,
       operator_id,
       loads,
       mean_share,
       mean_low_share,
       mean_high_share,
       spread_share,
       under_share,
       over110_share,
       over120_share,
       lost_litres_per_tonne,
       text
FROM payload_advice
WHERE text IS NOT NULL;

-- Machines and operators (codes) whose consumption stands out beyond noise: the newest ranking of each site.
CREATE OR REPLACE VIEW v_consumption_outlier AS
SELECT outlier.site,
       outlier.kind,
       outlier.rank,
       outlier.code,
       outlier.at,
       outlier.shifts,
       outlier.hours,
       outlier.ratio,
       outlier.low_ratio,
       outlier.high_ratio
FROM (SELECT site, MAX(at) AS newest FROM consumption_outlier GROUP BY site) latest
LEFT JOIN consumption_outlier outlier ON outlier.site = latest.site AND outlier.at = latest.newest
WHERE outlier.rank IS NOT NULL;

-- Drifts with their size in percentage points and the minutes from the estimated change to the detection.
CREATE OR REPLACE VIEW v_drift AS
SELECT site,
       kind,
       scope,
       subject,
       metric,
       ended,
       since,
       detected_at,
       DATEDIFF(MINUTE, since, detected_at) AS delay_min,
       100 * mean_before AS before_pct,
       100 * mean_after AS after_pct,
       100 * (mean_after - mean_before) AS shift_pct,
       samples_before,
       samples_after,
       detector,
       cause,
       evidence,
       model_version
FROM drift_event;

-- Comparisons of live data with training data, by machine class: number and share of drifted features, and their names by
-- v_data_drift_feature.
CREATE OR REPLACE VIEW v_data_drift AS
SELECT site,
       equipment_class,
       at,
       MIN(since) AS since,
       MIN(model_version) AS model_version,
       MIN(samples) AS samples,
       SUM(CASE WHEN status <> 'NO_REFERENCE' THEN 1 ELSE 0 END) AS features,
       SUM(CASE WHEN status = 'DRIFTED' THEN 1 ELSE 0 END) AS drifted,
       MIN(drifted_share) AS drifted_share,
       MAX(psi - psi_by_chance) AS largest_psi_beyond_chance
FROM data_drift
GROUP BY site, equipment_class, at;

-- Features that have drifted in the newest comparison of their machine class, with the measures that exceed their limits.
CREATE OR REPLACE VIEW v_data_drift_feature AS
SELECT drift.site,
       drift.equipment_class,
       drift.feature,
       drift.at,
       drift.since,
       drift.model_version,
       drift.samples,
       drift.exceeded
FROM (SELECT site, equipment_class, MAX(at) AS newest FROM data_drift GROUP BY site, equipment_class) latest
LEFT JOIN data_drift drift
  ON drift.site = latest.site AND drift.equipment_class = latest.equipment_class AND drift.at = latest.newest
WHERE drift.status = 'DRIFTED';

-- Fuel that is missing, by machine and day (UTC): lost in steps while the machine stood, and lost by leaks until the refuelling
-- that ended the interval.
CREATE OR REPLACE VIEW v_fuel_missing AS
SELECT site,
       machine_id,
       mine_day,
       SUM(stolen_l) AS stolen_l,
       SUM(leaked_l) AS leaked_l
FROM (SELECT site, machine_id, CAST(started_at AS DATE) AS mine_day, litres AS stolen_l, 0.0 AS leaked_l
      FROM tank_event
      WHERE kind = 'DRAIN'
      UNION ALL
      SELECT site, machine_id, CAST(to_at AS DATE), 0.0, leak_lph * DATEDIFF(SECOND, from_at, to_at) / 3600.0
      FROM fuel_reconciliation
      WHERE verdict = 'LEAK') lost
GROUP BY site, machine_id, mine_day;

-- Fuel between two refuellings from four sides, as ratios to what left the tank by its level; 1 if they agree.
CREATE OR REPLACE VIEW v_fuel_reconciliation AS
SELECT site,
       machine_id,
       from_at,
       to_at,
       level_l,
       metered_l / NULLIF(level_l, 0) AS metered_per_level,
       expected_l / NULLIF(level_l, 0) AS expected_per_level,
       dispensed_l / NULLIF(level_rise_l, 0) AS dispensed_per_rise,
       difference_l,
       standard_error_l,
       verdict,
       suspect,
       confidence
FROM fuel_reconciliation;

-- Each time an alarm was shown to people: raised, or returned, and not put aside. period_start is the ten-minute period.
CREATE OR REPLACE VIEW v_alarm_shown AS
SELECT site,
       machine_id,
       type,
       severity,
       alert_id,
       changed_at AS shown_at,
       DATEADD(MINUTE, DATEDIFF(MINUTE, CAST('2000-01-01' AS DATETIME2), changed_at) / 10 * 10,
               CAST('2000-01-01' AS DATETIME2)) AS period_start
FROM alert_state
WHERE state = 'UNACKNOWLEDGED' AND change IN ('RAISED', 'RETURNED');

-- Alarms by ten-minute period; periods without alarms have no row.
CREATE OR REPLACE VIEW v_alarm_period AS
SELECT site,
       period_start,
       COUNT(*) AS alarms
FROM v_alarm_shown
GROUP BY site, period_start;

-- How often each alarm of each machine was shown, its share of all alarms of the site and its place; 1 is the most frequent.
CREATE OR REPLACE VIEW v_alarm_frequency AS
SELECT site,
       machine_id,
       type,
       COUNT(*) AS alarms,
       COUNT(*) * 1.0 / SUM(COUNT(*)) OVER (PARTITION BY site) AS share,
       ROW_NUMBER() OVER (PARTITION BY site ORDER BY COUNT(*) DESC, type, machine_id) AS place
FROM v_alarm_shown
GROUP BY site, machine_id, type;

-- Alarms that were shown three times or more within a minute.
CREATE OR REPLACE VIEW v_alarm_chattering AS
SELECT site,
       machine_id,
       type,
       COUNT(*) AS times,
       MIN(shown_at) AS first_at,
       MAX(shown_at) AS last_at
FROM (SELECT site,
             machine_id,
             type,
             shown_at,
             LAG(shown_at, 2) OVER (PARTITION BY site, machine_id, type ORDER BY shown_at) AS third_last_at
      FROM v_alarm_shown) s
WHERE DATEDIFF(SECOND, third_last_at, shown_at) <= 60
GROUP BY site, machine_id, type;

-- The first and the last time of which the tables know, by site.
CREATE OR REPLACE VIEW v_alarm_span AS
SELECT site,
       MIN(from_at) AS from_at,
       MAX(until_at) AS until_at
FROM (SELECT site, MIN(first_window_at) AS from_at, DATEADD(MINUTE, 1, MAX(last_window_at)) AS until_at
      FROM fuel_hour
      GROUP BY site
      UNION ALL
      SELECT site, MIN(changed_at) AS from_at, MAX(changed_at) AS until_at
      FROM alert_state
      GROUP BY site) t
GROUP BY site;

-- The figures of single alarms, added up by site. maximum_unack_s is the longest time to acknowledge. The alarms are added up
-- before the span is joined, because H2 computes a joined view again for each row.
CREATE OR REPLACE VIEW v_alarm_times AS
SELECT a.site,
       a.fleeting,
       a.cleared_standing_24h
           + (SELECT COUNT(*) FROM alert o
              WHERE o.site = s.site AND o.state IS NOT NULL AND o.cleared_at IS NULL
                AND DATEDIFF(HOUR, o.raised_at, s.until_at) >= 24) AS standing_24h,
       a.acknowledged,
       a.mean_unack_s,
       a.maximum_unack_s,
       CASE WHEN a.first_open_at IS NULL
                 OR a.maximum_cleared_s >= DATEDIFF(SECOND, a.first_open_at, s.until_at) THEN a.maximum_cleared_s
            ELSE DATEDIFF(SECOND, a.first_open_at, s.until_at) END AS maximum_active_state_s,
       a.maximum_re_alarm_count
FROM (SELECT site,
             SUM(CASE WHEN duration_s < 60 THEN 1 ELSE 0 END) AS fleeting,
             SUM(CASE WHEN DATEDIFF(HOUR, raised_at, cleared_at) >= 24 THEN 1 ELSE 0 END) AS cleared_standing_24h,
             SUM(CASE WHEN acknowledged_at IS NULL THEN 0 ELSE 1 END) AS acknowledged,
             AVG(CAST(DATEDIFF(SECOND, raised_at, acknowledged_at) AS FLOAT)) AS mean_unack_s,
             MAX(DATEDIFF(SECOND, raised_at, acknowledged_at)) AS maximum_unack_s,
             MAX(DATEDIFF(SECOND, raised_at, cleared_at)) AS maximum_cleared_s,
             MIN(CASE WHEN cleared_at IS NULL THEN raised_at END) AS first_open_at,
             MAX(occurrences) - 1 AS maximum_re_alarm_count
      FROM alert
      WHERE state IS NOT NULL
      GROUP BY site) a
JOIN v_alarm_span s ON s.site = a.site;

-- Alarm performance by site after ISA-18.2 and EEMUA 191, with the names of OPC UA Part 9.
CREATE OR REPLACE VIEW v_alarm_performance AS
SELECT p.site,
       p.hours,
       p.alarm_count,
       p.alarm_count / NULLIF(p.hours * 6, 0) AS alarms_per_10_min,
       p.alarm_count / NULLIF(p.hours, 0) AS alarms_per_hour,
       p.alarm_count / NULLIF(p.hours, 0) * 24 AS alarms_per_day,
       p.current_alarm_rate,
       p.maximum_alarm_rate,
       p.flood_periods / NULLIF(p.hours * 6, 0) AS flood_share,
       p.top_ten_share,
       p.chattering,
       t.fleeting,
       t.standing_24h,
       p.low_share,
       p.medium_share,
       p.high_share,
       t.acknowledged,
       t.mean_unack_s,
       t.maximum_unack_s,
       t.maximum_active_state_s,
       t.maximum_re_alarm_count
FROM (SELECT n.site,
             DATEDIFF(MINUTE, s.from_at, s.until_at) / 60.0 AS hours,
             n.alarm_count,
             (SELECT COUNT(*) FROM v_alarm_shown r
              WHERE r.site = s.site AND r.shown_at > DATEADD(MINUTE, -10, s.until_at)) AS current_alarm_rate,
             (SELECT MAX(q.alarms) FROM v_alarm_period q WHERE q.site = n.site) AS maximum_alarm_rate,
             (SELECT COUNT(*) FROM v_alarm_period q WHERE q.site = n.site AND q.alarms > 10) AS flood_periods,
             (SELECT SUM(f.share) FROM v_alarm_frequency f WHERE f.site = n.site AND f.place <= 10) AS top_ten_share,
             (SELECT COUNT(*) FROM v_alarm_chattering c WHERE c.site = n.site) AS chattering,
             n.low_share,
             n.medium_share,
             n.high_share
      FROM (SELECT site,
                   COUNT(*) AS alarm_count,
                   AVG(CASE WHEN severity = 'INFO' THEN 1.0 ELSE 0.0 END) AS low_share,
                   AVG(CASE WHEN severity = 'WARNING' THEN 1.0 ELSE 0.0 END) AS medium_share,
                   AVG(CASE WHEN severity = 'CRITICAL' THEN 1.0 ELSE 0.0 END) AS high_share
            FROM v_alarm_shown
            GROUP BY site) n
      JOIN v_alarm_span s ON s.site = n.site) p
JOIN v_alarm_times t ON t.site = p.site;

-- The present of each machine, for screens; names no person. silent_s is how long the machine has not been heard of, compared
-- with the newest time of the site.
CREATE OR REPLACE VIEW v_equipment_now AS
SELECT e.site,
       e.machine_id,
       e.kind,
       e.equipment_class,
       e.production_state,
       e.place_id,
       e.destination_id,
       e.payload_t,
       e.fuel_level_pct,
       e.state_at,
       e.fuel_lph,
       e.expected_lph,
       e.mean_speed_kph,
       e.window_at,
       CASE WHEN e.alarm_cleared_at IS NULL THEN e.alarm_type END AS open_alarm,
       CASE WHEN e.alarm_cleared_at IS NULL THEN e.alarm_severity END AS open_alarm_severity,
       e.alarm_type AS last_alarm,
       e.alarm_at,
       e.task,
       e.task_destination_id,
       e.assigned_at,
       DATEDIFF(SECOND,
                CASE WHEN e.state_at > e.window_at OR e.window_at IS NULL THEN e.state_at ELSE e.window_at END,
                s.newest_at) AS silent_s
FROM equipment_state e
JOIN (SELECT site,
             CASE WHEN MAX(state_at) > MAX(window_at) OR MAX(window_at) IS NULL THEN MAX(state_at)
                  ELSE MAX(window_at) END AS newest_at
      FROM equipment_state
      GROUP BY site) s ON s.site = e.site;

-- Litres per tonne and tonnes per litre of haul cycles with a fuel counter, by TRUCK, CLASS, OPERATOR (code) and ROUTE.
-- Each is added up by itself, so that no step holds every cycle four times.
CREATE OR REPLACE VIEW v_efficiency AS
SELECT site,
       dimension,
       name,
       cycles,
       tonnes,
       litres,
       litres / NULLIF(tonnes, 0) AS litres_per_tonne,
       tonnes / NULLIF(litres, 0) AS tonnes_per_litre,
       litres / NULLIF(tonne_km, 0) AS litres_per_tonne_km
FROM (SELECT site, 'TRUCK' AS dimension, truck_id AS name, COUNT(*) AS cycles, SUM(payload_t) AS tonnes, SUM(fuel_l) AS litres,
             SUM(payload_t * full_distance_m / 1000) AS tonne_km
      FROM haul_cycle
      WHERE fuel_l IS NOT NULL AND truck_id IS NOT NULL
      GROUP BY site, truck_id
      UNION ALL
      SELECT site, 'CLASS', equipment_class, COUNT(*), SUM(payload_t), SUM(fuel_l),
             SUM(payload_t * full_distance_m / 1000)
      FROM haul_cycle
      WHERE fuel_l IS NOT NULL AND equipment_class IS NOT NULL
      GROUP BY site, equipment_class
      UNION ALL
      SELECT site, 'OPERATOR', operator_id, COUNT(*), SUM(payload_t), SUM(fuel_l),
             SUM(payload_t * full_distance_m / 1000)
      FROM haul_cycle
      WHERE fuel_l IS NOT NULL AND operator_id IS NOT NULL
      GROUP BY site, operator_id
      UNION ALL
      SELECT site, 'ROUTE', CONCAT(load_location_id, ' > ', dump_location_id), COUNT(*), SUM(payload_t), SUM(fuel_l),
             SUM(payload_t * full_distance_m / 1000)
      FROM haul_cycle
      WHERE fuel_l IS NOT NULL
      GROUP BY site, CONCAT(load_location_id, ' > ', dump_location_id)) c;

-- The same by shift of 12 hours, which begin at 00:00 and 12:00 UTC, and cycles without a fuel counter; litres count cycles with one.
CREATE OR REPLACE VIEW v_efficiency_shift AS
SELECT site,
       shift_start,
       COUNT(*) AS cycles,
       COUNT(DISTINCT truck_id) AS trucks,
       SUM(payload_t) AS tonnes,
       SUM(fuel_l) AS litres,
       SUM(fuel_l) / NULLIF(SUM(metered_t), 0) AS litres_per_tonne,
       SUM(metered_t) / NULLIF(SUM(fuel_l), 0) AS tonnes_per_litre
FROM (SELECT site,
             truck_id,
             payload_t,
             fuel_l,
             CASE WHEN fuel_l IS NOT NULL THEN payload_t END AS metered_t,
             DATEADD(HOUR, DATEDIFF(HOUR, CAST('2000-01-01' AS DATETIME2), empty_at) / 12 * 12,
                     CAST('2000-01-01' AS DATETIME2)) AS shift_start
      FROM haul_cycle) c
GROUP BY site, shift_start;

-- Time accounts after GMG by truck, as far as the tables show them, in hours of the site's time span: operating = working +
-- delayed (queues); standby is the engine on outside cycles; off is the rest, whether available or not. standby_h and
-- engine_on_h are null without fuel windows. The span is not joined from v_mine_span, which H2 would compute again for each truck.
CREATE OR REPLACE VIEW v_time_account AS
SELECT c.site,
       c.truck_id,
       c.calendar_h,
       c.working_h + c.delayed_h AS operating_h,
       c.working_h,
       c.delayed_h,
       e.engine_on_h,
       CASE WHEN e.engine_on_h > c.working_h + c.delayed_h THEN e.engine_on_h - c.working_h - c.delayed_h
            WHEN e.engine_on_h IS NOT NULL THEN 0 END AS standby_h,
       c.calendar_h - CASE WHEN e.engine_on_h > c.working_h + c.delayed_h THEN e.engine_on_h
                           ELSE c.working_h + c.delayed_h END AS off_h
FROM (SELECT site,
             truck_id,
             DATEDIFF(SECOND, MIN(MIN(assigned_at)) OVER (PARTITION BY site),
                      MAX(MAX(empty_at)) OVER (PARTITION BY site)) / 86400.0 * 24.0 AS calendar_h,
             (SUM(empty_travel_s) + SUM(spot_s) + SUM(loading_s) + SUM(full_travel_s) + SUM(dumping_s)) / 3600.0
                 AS working_h,
             (SUM(load_queue_s) + SUM(dump_queue_s)) / 3600.0 AS delayed_h
      FROM haul_cycle
      GROUP BY site, truck_id) c
LEFT JOIN (SELECT site, machine_id, SUM(engine_on_s) / 3600.0 AS engine_on_h
           FROM fuel_hour
           GROUP BY site, machine_id) e ON e.site = c.site AND e.machine_id = c.truck_id;

-- Queues of trucks and hang (waiting) of loading units.
CREATE OR REPLACE VIEW v_loading_queue AS
SELECT site,
       loading_unit_id,
       COUNT(*) AS loads,
       SUM(payload_t) AS tonnes,
       SUM(load_queue_s) / 3600.0 AS queue_h,
       SUM(hang_s) / 3600.0 AS hang_h,
       AVG(load_queue_s) AS mean_queue_s,
       AVG(hang_s) AS mean_hang_s,
       AVG(loading_s) AS mean_loading_s,
       SUM(payload_t) / NULLIF(SUM(loading_s) / 3600.0, 0) AS tonnes_per_loading_h
FROM haul_cycle
GROUP BY site, loading_unit_id;

-- Queues of trucks at dumps.
CREATE OR REPLACE VIEW v_dump_queue AS
SELECT site,
       dump_location_id,
       COUNT(*) AS loads,
       SUM(payload_t) AS tonnes,
       SUM(dump_queue_s) / 3600.0 AS queue_h,
       AVG(dump_queue_s) AS mean_queue_s,
       CAST(SUM(CASE WHEN dump_queue_s > 0 THEN 1 ELSE 0 END) AS FLOAT(53)) / COUNT(*) AS queued_share
FROM haul_cycle
GROUP BY site, dump_location_id;

-- Loads by loading unit against the rule 10/10/20: at most 10 % of the loads over 110 % of the nominal payload, none over 120 %, the
-- mean not over it. compliant is 1 if all three hold. Only trucks whose nominal payload is in table equipment.
CREATE OR REPLACE VIEW v_payload_compliance AS
SELECT site,
       loading_unit_id,
       loads,
       mean_share,
       under90_share,
       over110_share,
       over120_share,
       CASE WHEN mean_share <= 1 AND over110_share <= 0.1 AND over120_share = 0 THEN 1 ELSE 0 END AS compliant
FROM (SELECT c.site,
             c.loading_unit_id,
             COUNT(*) AS loads,
             AVG(c.payload_t / e.nominal_payload_t) AS mean_share,
             CAST(SUM(CASE WHEN c.payload_t < 0.9 * e.nominal_payload_t THEN 1 ELSE 0 END) AS FLOAT(53)) / COUNT(*) AS under90_share,
             CAST(SUM(CASE WHEN c.payload_t > 1.1 * e.nominal_payload_t THEN 1 ELSE 0 END) AS FLOAT(53)) / COUNT(*) AS over110_share,
             CAST(SUM(CASE WHEN c.payload_t > 1.2 * e.nominal_payload_t THEN 1 ELSE 0 END) AS FLOAT(53)) / COUNT(*) AS over120_share
      FROM haul_cycle c
      JOIN equipment e ON e.site = c.site AND e.equipment_id = c.truck_id AND e.nominal_payload_t > 0
      WHERE c.payload_t > 0
      GROUP BY c.site, c.loading_unit_id) u;

-- Consumption by hour of the day (UTC, 0 to 23) and class; litres_per_hour is per hour with readings.
CREATE OR REPLACE VIEW v_consumption_by_hour AS
SELECT site,
       equipment_class,
       DATEDIFF(HOUR, CAST('2000-01-01' AS DATETIME2), hour_start) % 24 AS hour_of_day,
       SUM(covered_s) / 3600.0 AS machine_h,
       SUM(fuel_l) AS litres,
       SUM(fuel_l) / NULLIF(SUM(covered_s) / 3600.0, 0) AS litres_per_hour,
       SUM(idle_l) / NULLIF(SUM(fuel_l), 0) AS idle_share,
       SUM(expected_l) AS expected_l
FROM fuel_hour
GROUP BY site, equipment_class, DATEDIFF(HOUR, CAST('2000-01-01' AS DATETIME2), hour_start) % 24;

-- Windows by class and burn rate, in bins of 25 L/h that begin at lph_from; the last one has no upper end.
CREATE OR REPLACE VIEW v_burn_bin AS
SELECT s.site,
       s.equipment_class,
       b.lph_from,
       CASE b.lph_from
           WHEN 0 THEN s.lph_000
           WHEN 25 THEN s.lph_025
           WHEN 50 THEN s.lph_050
           WHEN 75 THEN s.lph_075
           WHEN 100 THEN s.lph_100
           WHEN 125 THEN s.lph_125
           WHEN 150 THEN s.lph_150
           WHEN 175 THEN s.lph_175
           WHEN 200 THEN s.lph_200
           WHEN 225 THEN s.lph_225
           WHEN 250 THEN s.lph_250
           WHEN 275 THEN s.lph_275
           WHEN 300 THEN s.lph_300
           WHEN 325 THEN s.lph_325
           WHEN 350 THEN s.lph_350
           WHEN 375 THEN s.lph_375
           WHEN 400 THEN s.lph_400
           WHEN 425 THEN s.lph_425
           WHEN 450 THEN s.lph_450
           WHEN 475 THEN s.lph_475
           WHEN 500 THEN s.lph_500
           WHEN 525 THEN s.lph_525
           WHEN 550 THEN s.lph_550
           WHEN 575 THEN s.lph_575
           WHEN 600 THEN s.lph_600
           WHEN 625 THEN s.lph_625 END AS windows
FROM (SELECT site, equipment_class,
             SUM(lph_000) AS lph_000,
             SUM(lph_025) AS lph_025,
             SUM(lph_050) AS lph_050,
             SUM(lph_075) AS lph_075,
             SUM(lph_100) AS lph_100,
             SUM(lph_125) AS lph_125,
             SUM(lph_150) AS lph_150,
             SUM(lph_175) AS lph_175,
             SUM(lph_200) AS lph_200,
             SUM(lph_225) AS lph_225,
             SUM(lph_250) AS lph_250,
             SUM(lph_275) AS lph_275,
             SUM(lph_300) AS lph_300,
             SUM(lph_325) AS lph_325,
             SUM(lph_350) AS lph_350,
             SUM(lph_375) AS lph_375,
             SUM(lph_400) AS lph_400,
             SUM(lph_425) AS lph_425,
             SUM(lph_450) AS lph_450,
             SUM(lph_475) AS lph_475,
             SUM(lph_500) AS lph_500,
             SUM(lph_525) AS lph_525,
             SUM(lph_550) AS lph_550,
             SUM(lph_575) AS lph_575,
             SUM(lph_600) AS lph_600,
             SUM(lph_625) AS lph_625
      FROM fuel_hour
      GROUP BY site, equipment_class) s
CROSS JOIN (VALUES (0), (25), (50), (75), (100), (125), (150), (175), (200), (225), (250), (275), (300), (325), (350),
                   (375), (400), (425), (450), (475), (500), (525), (550), (575), (600), (625)) AS b (lph_from);

-- Density of the burn rate by class: a kernel density estimate from the bins, with a Gaussian kernel of 25 L/h, at the middle of
-- each bin. density is per L/h: times 25 it is about the share of time in the bin. The LEFT JOIN makes H2 add up the bins first.
CREATE OR REPLACE VIEW v_burn_density AS
SELECT q.site,
       q.equipment_class,
       b.lph_from + 12.5 AS lph,
       MAX(CASE WHEN q.lph_from = b.lph_from THEN q.windows END) AS windows,
       CAST(MAX(CASE WHEN q.lph_from = b.lph_from THEN q.windows END) AS FLOAT(53)) / NULLIF(SUM(q.windows), 0) AS share,
       SUM(q.windows * EXP(-0.5 * (b.lph_from - q.lph_from) * (b.lph_from - q.lph_from) / 625.0))
           / NULLIF(SUM(q.windows) * 25 * 2.506628274631, 0) AS density
FROM v_burn_bin q
LEFT JOIN (VALUES (0), (25), (50), (75), (100), (125), (150), (175), (200), (225), (250), (275), (300), (325), (350),
                  (375), (400), (425), (450), (475), (500), (525), (550), (575), (600), (625)) AS b (lph_from) ON 1 = 1
WHERE q.equipment_class IS NOT NULL
GROUP BY q.site, q.equipment_class, b.lph_from;

-- Burn by road segment and day, from the newest estimate of each segment, with its line in the mine's grid (WKT): burned = expected +
-- excess. burned_l_per_day is null when the excess is exactly 0.
CREATE OR REPLACE VIEW v_road_burn AS
SELECT x.site,
       x.segment_id,
       x.at,
       x.passes,
       x.litres_per_day * (1 + x.excess_ratio) / NULLIF(x.excess_ratio, 0) AS burned_l_per_day,
       x.litres_per_day AS excess_l_per_day,
       x.excess_ratio,
       r.length_m,
       r.grade_pct,
       r.geometry_wkt
FROM (SELECT site, segment_id, MAX(at) AS newest FROM road_excess GROUP BY site, segment_id) n
LEFT JOIN road_excess x ON x.site = n.site AND x.segment_id = n.segment_id AND x.at = n.newest
LEFT JOIN road_segment r ON r.site = x.site AND r.segment_id = x.segment_id;

-- Accuracy of the model for haul trucks by day (UTC) and version, L per window; error_share is the mean absolute error relative to the
-- mean burn.
CREATE OR REPLACE VIEW v_model_accuracy_day AS
SELECT site,
       CAST(hour_start AS DATE) AS mine_day,
       NULLIF(model_version, '') AS model_version,
       SUM(scored_windows) AS windows,
       SUM(absolute_error_l) / NULLIF(SUM(scored_windows), 0) AS mean_absolute_error_l,
       SUM(absolute_error_l) / NULLIF(SUM(scored_fuel_l), 0) AS error_share,
       (SUM(expected_l) - SUM(scored_fuel_l)) / NULLIF(SUM(scored_windows), 0) AS bias_l,
       CAST(SUM(windows_in_interval) AS FLOAT(53)) / NULLIF(SUM(interval_windows), 0) AS coverage
FROM fuel_hour
WHERE kind = 'HAULTRUCK'
GROUP BY site, CAST(hour_start AS DATE), NULLIF(model_version, '');

-- Alarms by cause: how many, on how many machines, how many are open, and how long they lasted.
CREATE OR REPLACE VIEW v_alarm_cause AS
SELECT site,
       type,
       severity,
       COUNT(*) AS alarms,
       COUNT(DISTINCT machine_id) AS machines,
       SUM(CASE WHEN cleared_at IS NULL THEN 1 ELSE 0 END) AS still_open,
       SUM(CASE WHEN acknowledged_at IS NULL THEN 0 ELSE 1 END) AS acknowledged,
       AVG(duration_s) / 60.0 AS mean_duration_min,
       MIN(raised_at) AS first_at,
       MAX(raised_at) AS last_at
FROM alert
GROUP BY site, type, severity;

-- Open alarms for screens; names no person.
CREATE OR REPLACE VIEW v_alarm_now AS
SELECT site, machine_id, type, severity, state, raised_at, message, seen_en, action_en, seen_es, action_es, alert_id
FROM alert
WHERE cleared_at IS NULL;

-- Data quality by site and day (UTC): share of good messages, and machines with over 5 % rejected.
CREATE OR REPLACE VIEW v_quality_day AS
SELECT site,
       mine_day,
       COUNT(*) AS machines,
       SUM(received) AS received,
       CAST(SUM(valid) AS FLOAT(53)) / NULLIF(SUM(received), 0) AS valid_share,
       CAST(SUM(rejected) AS FLOAT(53)) / NULLIF(SUM(received), 0) AS rejected_share,
       CAST(SUM(duplicates) AS FLOAT(53)) / NULLIF(SUM(received), 0) AS repeated_share,
       CAST(SUM(late) AS FLOAT(53)) / NULLIF(SUM(valid), 0) AS late_share,
       SUM(CASE WHEN rejected > 0.05 * received THEN 1 ELSE 0 END) AS bad_machines
FROM (SELECT site,
             machine_id,
             CAST(hour_start AS DATE) AS mine_day,
             SUM(received) AS received,
             SUM(valid) AS valid,
             SUM(rejected) AS rejected,
             SUM(duplicates) AS duplicates,
             SUM(late) AS late
      FROM quality_hour
      GROUP BY site, machine_id, CAST(hour_start AS DATE)) m
GROUP BY site, mine_day;

-- Rights. A view that is created again needs them again.
GRANT SELECT ON v_mine_span TO fuel_analyst;
GRANT SELECT ON v_fleet TO fuel_analyst;
GRANT SELECT ON v_fleet_day TO fuel_analyst;
GRANT SELECT ON v_truck_refuels TO fuel_analyst;
GRANT SELECT ON v_litres_per_tonne_by_refuels TO fuel_analyst;
GRANT SELECT ON v_refuel_span TO fuel_analyst;
GRANT SELECT ON v_refuel_interval TO fuel_analyst;
GRANT SELECT ON v_truck_reconciliation TO fuel_analyst;
GRANT SELECT ON v_truck_fuel_day TO fuel_analyst;
GRANT SELECT ON v_fuel_source TO fuel_analyst;
GRANT SELECT ON v_litres_per_tonne_by_windows TO fuel_analyst;
GRANT SELECT ON v_truck_hours TO fuel_analyst;
GRANT SELECT ON v_time_shares TO fuel_analyst;
GRANT SELECT ON v_open_alert TO fuel_analyst;
GRANT SELECT ON v_fuel_by_operator TO fuel_analyst;
GRANT SELECT ON v_model_error TO fuel_analyst;
GRANT SELECT ON v_challenger TO fuel_analyst;
GRANT SELECT ON v_quality_hour TO fuel_analyst;
GRANT SELECT ON v_quality_machine_hour TO fuel_analyst;
GRANT SELECT ON v_dispatch_saving TO fuel_analyst;
GRANT SELECT ON v_saving_total TO fuel_analyst;
GRANT SELECT ON v_assignment_answer TO fuel_analyst;
GRANT SELECT ON v_road_ranking TO fuel_analyst;
GRANT SELECT ON v_shutdown_advice TO fuel_analyst;
GRANT SELECT ON v_payload_coaching TO fuel_analyst;
GRANT SELECT ON v_consumption_outlier TO fuel_analyst;
GRANT SELECT ON v_drift TO fuel_analyst;
GRANT SELECT ON v_data_drift TO fuel_analyst;
GRANT SELECT ON v_data_drift_feature TO fuel_analyst;
GRANT SELECT ON v_fuel_missing TO fuel_analyst;
GRANT SELECT ON v_fuel_reconciliation TO fuel_analyst;
GRANT SELECT ON v_alarm_shown TO fuel_analyst;
GRANT SELECT ON v_alarm_period TO fuel_analyst;
GRANT SELECT ON v_alarm_frequency TO fuel_analyst;
GRANT SELECT ON v_alarm_chattering TO fuel_analyst;
GRANT SELECT ON v_alarm_span TO fuel_analyst;
GRANT SELECT ON v_alarm_times TO fuel_analyst;
GRANT SELECT ON v_alarm_performance TO fuel_analyst;
GRANT SELECT ON v_equipment_now TO fuel_analyst;
GRANT SELECT ON v_efficiency TO fuel_analyst;
GRANT SELECT ON v_efficiency_shift TO fuel_analyst;
GRANT SELECT ON v_time_account TO fuel_analyst;
GRANT SELECT ON v_loading_queue TO fuel_analyst;
GRANT SELECT ON v_dump_queue TO fuel_analyst;
GRANT SELECT ON v_payload_compliance TO fuel_analyst;
GRANT SELECT ON v_consumption_by_hour TO fuel_analyst;
GRANT SELECT ON v_burn_bin TO fuel_analyst;
GRANT SELECT ON v_burn_density TO fuel_analyst;
GRANT SELECT ON v_road_burn TO fuel_analyst;
GRANT SELECT ON v_model_accuracy_day TO fuel_analyst;
GRANT SELECT ON v_alarm_cause TO fuel_analyst;
GRANT SELECT ON v_alarm_now TO fuel_analyst;
GRANT SELECT ON v_quality_day TO fuel_analyst;
GRANT SELECT ON v_equipment_now TO fuel_reader;
GRANT SELECT ON v_alarm_now TO fuel_reader;
GRANT SELECT ON v_fleet_day TO fuel_reader;
GRANT SELECT ON v_litres_per_tonne_by_windows TO fuel_reader;
GRANT SELECT ON v_road_ranking TO fuel_reader;
GRANT SELECT ON v_saving_total TO fuel_reader;
