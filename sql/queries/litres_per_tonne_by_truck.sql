-- Which trucks need most diesel per tonne, by the fuel bay's meter?
-- Compare trucks on the same routes: v_efficiency has routes, operators and classes, where trucks have a fuel counter.
-- On a real mine's records, numbers of the first of 5 rows: 194 | 59300 | 45890 | 0.7739
SELECT TOP 5 site, truck_id, cycles, tonnes, dispensed_l, litres_per_tonne
FROM v_truck_refuels
WHERE dispensed_l IS NOT NULL
ORDER BY litres_per_tonne DESC, truck_id;
