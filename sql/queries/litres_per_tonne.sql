-- Litres per tonne, by two measurements.
-- by_meter: litres dispensed by the fuel bay to trucks with known refuellings, divided by the tonnes of these trucks. Fuel in
--   the tanks is included, so it varies over a shift; over several days it is the more accurate one.
-- by_sensors: litres burned by the trucks' own sensors, divided by all tonnes. Available at once; sensor error about 6 %.
-- A large mine runs at about 0.6 L/t. After a few days the two should agree within 10 %.
-- On a real mine's records, numbers of the first of 1 rows: 0.6206 | null
SELECT m.site,
       m.litres_per_tonne AS by_meter,
       w.litres / NULLIF(w.tonnes, 0) AS by_sensors
FROM v_litres_per_tonne_by_refuels m
LEFT JOIN (SELECT site, SUM(litres) AS litres, SUM(tonnes) AS tonnes
           FROM v_litres_per_tonne_by_windows GROUP BY site) w
    ON w.site = m.site
ORDER BY m.site;
