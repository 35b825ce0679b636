-- How much was moved, day by day, and does it hold up against the whole?
-- The first and the last day are rarely whole, so tonnes_per_day over the span is the fair figure to compare days with.
SELECT d.site, d.mine_day, d.cycles, d.trucks, d.tonnes, f.tonnes_per_day
FROM v_fleet_day d
JOIN v_fleet f ON f.site = d.site
ORDER BY d.site, d.mine_day;
