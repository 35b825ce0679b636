-- Machines that burn more than the model expects for the same work.
-- excess_share 0.05 means 5 % more. With fewer than about 500 windows (8 hours) it is mostly random. physics_share is relative
-- to the physics baseline: if only it is high, the model has learned this machine's normal excess; if both are, it changed.
SELECT site,
       machine_id,
       equipment_class,
       SUM(windows) AS windows,
       SUM(fuel_l) AS litres,
       (SUM(scored_fuel_l) - SUM(expected_l)) / NULLIF(SUM(expected_l), 0) AS excess_share,
       (SUM(fuel_l) - SUM(physics_l)) / NULLIF(SUM(physics_l), 0) AS physics_share
FROM fuel_hour
GROUP BY site, machine_id, equipment_class
ORDER BY SUM(scored_fuel_l) - SUM(expected_l) DESC;
