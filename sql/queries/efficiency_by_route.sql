-- Which routes move a tonne with least diesel? Tonnes per litre by route; DIMENSION may also be TRUCK, CLASS or OPERATOR.
-- litres_per_tonne_km tells a long route from a bad one.
SELECT site, name AS route, cycles, tonnes, tonnes_per_litre, litres_per_tonne, litres_per_tonne_km
FROM v_efficiency
WHERE dimension = 'ROUTE'
ORDER BY site, tonnes_per_litre DESC, name;
