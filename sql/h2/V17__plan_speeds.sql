-- The speeds of trips that a plan was made with, and those of trucks by road segment. H2 in MSSQLServer mode.
-- sql/sqlserver/V17__plan_speeds.sql contains the same; always change both files.

-- Passages priced at the speeds that trucks drove lately. A passage is a road segment in one direction on the plan's
-- legs, of one class, loaded or empty. The speeds are in topic dispatch.plans (prices.speeds) and, by hour, in
-- road_excess.
ALTER TABLE dispatch_plan ADD measured_segments INT NULL;

-- Passages that trucks have not driven often enough lately, priced at the speeds of other_speeds.
ALTER TABLE dispatch_plan ADD other_segments INT NULL;

-- The name of these speeds: 'physics' for those of operators by grade, as far as physics allows them for the class.
ALTER TABLE dispatch_plan ADD other_speeds NVARCHAR(50) NULL;

-- The speeds at which the classes drove the segment lately, as a JSON array: className, loaded, segmentId,
-- fromLocationId, kph, passes.
ALTER TABLE road_excess ADD speeds NVARCHAR(MAX) NULL;
