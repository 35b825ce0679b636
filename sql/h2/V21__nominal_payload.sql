-- The nominal payload of trucks. H2 in MSSQLServer mode.
-- sql/sqlserver/V21__nominal_payload.sql contains the same; always change both files.

-- Nominal payload of a truck's class, t; null for other machines.
ALTER TABLE equipment ADD nominal_payload_t FLOAT(53) NULL;
