-- Hourly roll-ups of fuel windows, and the road segments of the mine. SQL Server 2016 SP1 or later.
-- sql/h2/V20__fuel_hour.sql contains the same; always change both files.

-- Fuel windows added up, for questions about the whole time. The sink of fuel_window adds up the changed hours before each
-- checkpoint. lph_025 is the number of windows that burned 25 to under 50 L/h, and so on.
CREATE TABLE fuel_hour (
    site                NVARCHAR(100) NOT NULL,
    machine_id          NVARCHAR(100) NOT NULL,
    hour_start          DATETIME2(3)  NOT NULL,
    operator_id         NVARCHAR(100) NOT NULL,
    model_version       NVARCHAR(50)  NOT NULL,
    model_name          NVARCHAR(100) NULL,
    kind                NVARCHAR(50)  NULL,
    equipment_class     NVARCHAR(100) NULL,
    windows             INT           NULL,
    covered_s           FLOAT(53)     NULL,
    fuel_l              FLOAT(53)     NULL,
    distance_km         FLOAT(53)     NULL,
    climb_m             FLOAT(53)     NULL,
    engine_on_s         FLOAT(53)     NULL,
    idle_s              FLOAT(53)     NULL,
    idle_l              FLOAT(53)     NULL,
    expected_l          FLOAT(53)     NULL,
    physics_l           FLOAT(53)     NULL,
    scored_windows      INT           NULL,
    scored_fuel_l       FLOAT(53)     NULL,
    absolute_error_l    FLOAT(53)     NULL,
    interval_windows    INT           NULL,
    windows_in_interval INT           NULL,
    first_window_at     DATETIME2(3)  NULL,
    last_window_at      DATETIME2(3)  NULL,
    lph_000             INT           NULL,
    lph_025             INT           NULL,
    lph_050             INT           NULL,
    lph_075             INT           NULL,
    lph_100             INT           NULL,
    lph_125             INT           NULL,
    lph_150             INT           NULL,
    lph_175             INT           NULL,
    lph_200             INT           NULL,
    lph_225             INT           NULL,
    lph_250             INT           NULL,
    lph_275             INT           NULL,
    lph_300             INT           NULL,
    lph_325             INT           NULL,
    lph_350             INT           NULL,
    lph_375             INT           NULL,
    lph_400             INT           NULL,
    lph_425             INT           NULL,
    lph_450             INT           NULL,
    lph_475             INT           NULL,
    lph_500             INT           NULL,
    lph_525             INT           NULL,
    lph_550             INT           NULL,
    lph_575             INT           NULL,
    lph_600             INT           NULL,
    lph_625             INT           NULL,
    CONSTRAINT pk_fuel_hour PRIMARY KEY (site, machine_id, hour_start, operator_id, model_version)
);
CREATE INDEX ix_fuel_hour_site_hour_start ON fuel_hour (site, hour_start);

-- The road segments of the mine file; geometry_wkt is a line in the mine's grid.
CREATE TABLE road_segment (
    site             NVARCHAR(100) NOT NULL,
    segment_id       NVARCHAR(100) NOT NULL,
    from_location_id NVARCHAR(100) NULL,
    to_location_id   NVARCHAR(100) NULL,
    length_m         FLOAT(53)     NULL,
    grade_pct        FLOAT(53)     NULL,
    geometry_wkt     NVARCHAR(MAX) NULL,
    updated_at       DATETIME2(3)  NULL,
    CONSTRAINT pk_road_segment PRIMARY KEY (site, segment_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON fuel_hour TO fuel_writer;
GRANT SELECT ON fuel_hour TO fuel_analyst;
GRANT SELECT, INSERT, UPDATE ON road_segment TO fuel_writer;
GRANT SELECT ON road_segment TO fuel_analyst;

-- The hours of the windows that are already there.
INSERT INTO fuel_hour (site, machine_id, hour_start, operator_id, model_version, model_name, kind, equipment_class, windows,
    covered_s, fuel_l, distance_km, climb_m, engine_on_s, idle_s, idle_l, expected_l, physics_l, scored_windows,
    scored_fuel_l, absolute_error_l, interval_windows, windows_in_interval, first_window_at, last_window_at, lph_000, lph_025,
    lph_050, lph_075, lph_100, lph_125, lph_150, lph_175, lph_200, lph_225, lph_250, lph_275, lph_300, lph_325, lph_350,
    lph_375, lph_400, lph_425, lph_450, lph_475, lph_500, lph_525, lph_550, lph_575, lph_600, lph_625)
SELECT site, machine_id, DATEADD(HOUR, DATEDIFF(HOUR, CAST('2000-01-01' AS DATETIME2), window_start), CAST('2000-01-01' AS
    DATETIME2)), COALESCE(operator_id, ''), COALESCE(model_version, ''), MIN(model_name), MIN(kind), MIN(equipment_class),
    COUNT(*), SUM(covered_s), SUM(fuel_l), SUM(distance_km), SUM(climb_m), SUM(engine_on_share * covered_s), SUM(idle_share *
    covered_s), SUM(idle_share * fuel_l), SUM(expected_l), SUM(physics_l), COUNT(residual_l), SUM(CASE WHEN residual_l IS NOT
    NULL THEN fuel_l END), SUM(ABS(residual_l)), COUNT(low_l), SUM(CASE WHEN fuel_l BETWEEN low_l AND high_l THEN 1 ELSE 0
    END), MIN(window_start), MAX(window_start), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 0 AND fuel_l * 3600 /
    NULLIF(covered_s, 0) < 25 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 25 AND fuel_l * 3600 /
    NULLIF(covered_s, 0) < 50 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 50 AND fuel_l * 3600 /
    NULLIF(covered_s, 0) < 75 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 75 AND fuel_l * 3600 /
    NULLIF(covered_s, 0) < 100 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 100 AND fuel_l * 3600
    / NULLIF(covered_s, 0) < 125 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 125 AND fuel_l *
    3600 / NULLIF(covered_s, 0) < 150 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 150 AND fuel_l
    * 3600 / NULLIF(covered_s, 0) < 175 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 175 AND
    fuel_l * 3600 / NULLIF(covered_s, 0) < 200 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 200
    AND fuel_l * 3600 / NULLIF(covered_s, 0) < 225 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >=
    225 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 250 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0)
    >= 250 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 275 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s,
    0) >= 275 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 300 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 /
    NULLIF(covered_s, 0) >= 300 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 325 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600
    / NULLIF(covered_s, 0) >= 325 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 350 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l *
    3600 / NULLIF(covered_s, 0) >= 350 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 375 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l
    * 3600 / NULLIF(covered_s, 0) >= 375 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 400 THEN 1 ELSE 0 END), SUM(CASE WHEN
    fuel_l * 3600 / NULLIF(covered_s, 0) >= 400 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 425 THEN 1 ELSE 0 END), SUM(CASE
    WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 425 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 450 THEN 1 ELSE 0 END),
    SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 450 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 475 THEN 1 ELSE 0
    END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 475 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 500 THEN 1 ELSE
    0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 500 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 525 THEN 1
    ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 525 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 550 THEN
    1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 550 AND fuel_l * 3600 / NULLIF(covered_s, 0) < 575
    THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 575 AND fuel_l * 3600 / NULLIF(covered_s, 0) <
    600 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 600 AND fuel_l * 3600 / NULLIF(covered_s, 0)
    < 625 THEN 1 ELSE 0 END), SUM(CASE WHEN fuel_l * 3600 / NULLIF(covered_s, 0) >= 625 THEN 1 ELSE 0 END)
FROM fuel_window GROUP BY site, machine_id, COALESCE(operator_id, ''), COALESCE(model_version, ''), DATEADD(HOUR,
    DATEDIFF(HOUR, CAST('2000-01-01' AS DATETIME2), window_start), CAST('2000-01-01' AS DATETIME2));
