-- Hourly sums by the sensor of the litres and by challenger. H2 in MSSQLServer mode.
-- sql/sqlserver/V24__fuel_hour_sources.sql contains the same; always change both files.

-- fuel_source and challenger_version are empty where they are not known. compared_windows have an expectation of both models;
-- the errors are the sums of their absolute errors over these windows.
ALTER TABLE fuel_hour DROP CONSTRAINT pk_fuel_hour;
ALTER TABLE fuel_hour ADD fuel_source NVARCHAR(10) DEFAULT '' NOT NULL;
ALTER TABLE fuel_hour ADD challenger_version NVARCHAR(50) DEFAULT '' NOT NULL;
ALTER TABLE fuel_hour ADD compared_windows INT NULL;
ALTER TABLE fuel_hour ADD champion_error_l FLOAT(53) NULL;
ALTER TABLE fuel_hour ADD challenger_error_l FLOAT(53) NULL;
ALTER TABLE fuel_hour ADD CONSTRAINT pk_fuel_hour
    PRIMARY KEY (site, machine_id, hour_start, operator_id, model_version, fuel_source, challenger_version);

-- The hours whose windows are all there are added up again. Retention has deleted windows of the others, which keep their sums.
DELETE FROM fuel_hour
WHERE (SELECT COUNT(*) FROM fuel_window AS w WHERE w.site = fuel_hour.site AND w.machine_id = fuel_hour.machine_id
           AND w.window_start >= fuel_hour.hour_start AND w.window_start < DATEADD(HOUR, 1, fuel_hour.hour_start))
    >= (SELECT SUM(h.windows) FROM fuel_hour AS h WHERE h.site = fuel_hour.site AND h.machine_id = fuel_hour.machine_id
           AND h.hour_start = fuel_hour.hour_start);
INSERT INTO fuel_hour (site, machine_id, hour_start, operator_id, model_version, fuel_source, challenger_version,
    model_name, kind, equipment_class, windows, covered_s, fuel_l, distance_km, climb_m, engine_on_s, idle_s, idle_l,
    expected_l, physics_l, scored_windows, scored_fuel_l, absolute_error_l, interval_windows, windows_in_interval,
    first_window_at, last_window_at, compared_windows, champion_error_l, challenger_error_l, lph_000, lph_025, lph_050,
    lph_075, lph_100, lph_125, lph_150, lph_175, lph_200, lph_225, lph_250, lph_275, lph_300, lph_325, lph_350, lph_375,
    lph_400, lph_425, lph_450, lph_475, lph_500, lph_525, lph_550, lph_575, lph_600, lph_625)
SELECT site, machine_id, hour_start, COALESCE(operator_id, ''), COALESCE(model_version, ''), COALESCE(fuel_source, ''),
    COALESCE(challenger_version, ''), MIN(model_name), MIN(kind), MIN(equipment_class), COUNT(*), SUM(covered_s),
    SUM(fuel_l), SUM(distance_km), SUM(climb_m), SUM(engine_on_share * covered_s), SUM(idle_share * covered_s),
    SUM(idle_share * fuel_l), SUM(expected_l), SUM(physics_l), COUNT(residual_l), SUM(CASE WHEN residual_l IS NOT NULL
    THEN fuel_l END), SUM(ABS(residual_l)), COUNT(low_l), SUM(CASE WHEN fuel_l BETWEEN low_l AND high_l THEN 1 ELSE 0
    END), MIN(window_start), MAX(window_start), COUNT(residual_l - challenger_l), SUM(CASE WHEN challenger_l IS NOT NULL
    THEN ABS(residual_l) END), SUM(CASE WHEN residual_l IS NOT NULL THEN ABS(fuel_l - challenger_l) END), SUM(CASE WHEN
    lph >= 0 AND lph < 25 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 25 AND lph < 50 THEN 1 ELSE 0 END), SUM(CASE WHEN lph
    >= 50 AND lph < 75 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 75 AND lph < 100 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >=
    100 AND lph < 125 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 125 AND lph < 150 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >=
    150 AND lph < 175 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 175 AND lph < 200 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >=
    200 AND lph < 225 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 225 AND lph < 250 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >=
    250 AND lph < 275 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 275 AND lph < 300 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >=
    300 AND lph < 325 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 325 AND lph < 350 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >=
    350 AND lph < 375 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 375 AND lph < 400 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >=
    400 AND lph < 425 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 425 AND lph < 450 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >=
    450 AND lph < 475 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 475 AND lph < 500 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >=
    500 AND lph < 525 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 525 AND lph < 550 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >=
    550 AND lph < 575 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 575 AND lph < 600 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >=
    600 AND lph < 625 THEN 1 ELSE 0 END), SUM(CASE WHEN lph >= 625 THEN 1 ELSE 0 END)
FROM (SELECT *, fuel_l * 3600 / NULLIF(covered_s, 0) AS lph,
          DATEADD(HOUR, DATEDIFF(HOUR, CAST('2000-01-01' AS DATETIME2), window_start), CAST('2000-01-01' AS DATETIME2)) AS hour_start
      FROM fuel_window) AS w
WHERE NOT EXISTS (SELECT 1 FROM fuel_hour AS h
                  WHERE h.site = w.site AND h.machine_id = w.machine_id AND h.hour_start = w.hour_start)
GROUP BY site, machine_id, COALESCE(operator_id, ''), COALESCE(model_version, ''), COALESCE(fuel_source, ''),
    COALESCE(challenger_version, ''), hour_start;
