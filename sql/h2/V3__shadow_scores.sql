-- Intervals, and the challenger beside the champion. H2 in MSSQLServer mode.
-- sql/sqlserver/V3__shadow_scores.sql says the same: change both or neither.

-- The interval that the model expects the burn in; null where it gives none.
ALTER TABLE fuel_window ADD low_l FLOAT(53) NULL;
ALTER TABLE fuel_window ADD high_l FLOAT(53) NULL;

-- What the challenger, which nothing acts on, expects of the same window; null without one.
ALTER TABLE fuel_window ADD challenger_l FLOAT(53) NULL;
ALTER TABLE fuel_window ADD challenger_version NVARCHAR(50) NULL;
