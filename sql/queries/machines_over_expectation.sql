-- Which machines burn more than the model expects of the very same work?
-- excess_share 0.05 means 5 % over. Under some 500 windows (8 hours) it is mostly chance. physics_share is the same against
-- physics alone: when only it is high, the model has learnt a habit of that machine; when both are, something changed.
SELECT site,
       machine_id,
       equipment_class,
       COUNT(*) AS windows,
       SUM(fuel_l) AS litres,
       SUM(residual_l) / NULLIF(SUM(expected_l), 0) AS excess_share,
       (SUM(fuel_l) - SUM(physics_l)) / NULLIF(SUM(physics_l), 0) AS physics_share
FROM fuel_window
GROUP BY site, machine_id, equipment_class
ORDER BY SUM(residual_l) DESC;
