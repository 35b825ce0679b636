-- The sensors of a window's litres. H2 in MSSQLServer mode.
-- sql/sqlserver/V5__fuel_source.sql contains the same; always change both files.

-- RATE (fuel rate), COUNTER (total fuel used) or BOTH; null in rows of earlier releases.
ALTER TABLE fuel_window ADD fuel_source NVARCHAR(50) NULL;
