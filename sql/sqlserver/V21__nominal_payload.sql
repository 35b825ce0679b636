-- The nominal payload of trucks. SQL Server 2016 SP1 or later.
-- sql/h2/V21__nominal_payload.sql contains the same; always change both files.

-- Nominal payload of a truck's class, t; null for other machines.
ALTER TABLE equipment ADD nominal_payload_t FLOAT(53) NULL;
