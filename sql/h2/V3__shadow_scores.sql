-- Prediction intervals, and the challenger's expectation. H2 in MSSQLServer mode.
-- sql/sqlserver/V3__shadow_scores.sql contains the same; always change both files.

-- The champion's prediction interval; null if the model has none.
ALTER TABLE fuel_window ADD low_l FLOAT(53) NULL;
ALTER TABLE fuel_window ADD high_l FLOAT(53) NULL;

-- The challenger's expectation of the same window, for comparison only; null without a challenger.
ALTER TABLE fuel_window ADD challenger_l FLOAT(53) NULL;
ALTER TABLE fuel_window ADD challenger_version NVARCHAR(50) NULL;
