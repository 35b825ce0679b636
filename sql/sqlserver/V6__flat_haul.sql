-- Effective flat haul of a window and time with the engine running of a cycle. SQL Server 2016 SP1 or later.
-- sql/h2/V6__flat_haul.sql contains the same; always change both files.

-- Length of a level road of 3 % rolling resistance that needs the same energy, m; null when unknown.
ALTER TABLE fuel_window ADD efh_m FLOAT(53) NULL;

-- Seconds of the cycle with a fuel rate above 0; null when unknown.
ALTER TABLE haul_cycle ADD engine_on_s FLOAT(53) NULL;
