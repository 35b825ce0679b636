-- Tonnes moved by day, with the average over the whole time span.
-- The first and last day are usually incomplete, so compare single days with tonnes_per_day.
-- The LEFT JOIN keeps H2 from adding up the whole time span again for each day; each site has a day.
-- On a real mine's records, numbers of the first of 10 rows: 776 | 56 | 237700 | 348700
SELECT d.site, d.mine_day, d.cycles, d.trucks, d.tonnes, f.tonnes_per_day
FROM v_fleet f
LEFT JOIN v_fleet_day d ON d.site = f.site
ORDER BY d.site, d.mine_day;
