-- The sensors of a window's litres. SQL Server 2016 SP1 or later.
-- sql/h2/V5__fuel_source.sql contains the same; always change both files.

-- RATE (fuel rate), COUNTER (total fuel used) or BOTH; null in rows of earlier releases.
ALTER TABLE fuel_window ADD fuel_source NVARCHAR(50) NULL;
