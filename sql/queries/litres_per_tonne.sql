-- What does a tonne cost, and by whose account?
-- by_meter: litres the fuel bay dispensed to trucks whose refuellings are known, over what those trucks hauled. It lags by
--   what is in the tanks: over a shift it swings, over days it is the truest figure.
-- by_sensors: litres the trucks' own sensors say they burnt, over all tonnes. It is there at once; sensors err by some 6 %.
-- A large mine runs at about 0.6 L/t. The two should agree within a tenth once a few days are in.
SELECT m.site,
       m.litres_per_tonne AS by_meter,
       w.litres / NULLIF(w.tonnes, 0) AS by_sensors
FROM v_litres_per_tonne_by_refuels m
LEFT JOIN (SELECT site, SUM(litres) AS litres, SUM(tonnes) AS tonnes
           FROM v_litres_per_tonne_by_windows GROUP BY site) w
    ON w.site = m.site
ORDER BY m.site;
