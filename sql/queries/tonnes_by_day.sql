-- Tonnes moved by day, with the average over the whole time span.
-- The first and last day are usually incomplete, so compare single days with tonnes_per_day.
-- On a real mine's records, numbers of the first of 10 rows: 776 | 56 | 237700 | 348700
SELECT d.site, d.mine_day, d.cycles, d.trucks, d.tonnes, f.tonnes_per_day
FROM v_fleet_day d
JOIN v_fleet f ON f.site = d.site
ORDER BY d.site, d.mine_day;
