-- The bound of a plan, and what it intends for each truck. SQL Server 2016 SP1 or later.
-- sql/h2/V10__plan_bound.sql contains the same; always change both files.

-- Least litres per hour of any plan that meets the targets as far as this one, L/h; NULL when it is not known.
ALTER TABLE dispatch_plan ADD bound_lph FLOAT(53) NULL;

-- What the plan intends for each truck, as a JSON array: truckId, inService, faceId, dumpId, reason.
ALTER TABLE dispatch_plan ADD trucks NVARCHAR(MAX) NULL;
