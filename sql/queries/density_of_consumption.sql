-- How is the burn rate of each class distributed? One maximum each for idling, empty and loaded travel; density times 25 is about the
-- share of time in a bin of 25 L/h. Two maxima where others have one: two kinds of machine or of road.
SELECT site, equipment_class, lph, windows, share, density
FROM v_burn_density
ORDER BY site, equipment_class, lph;
