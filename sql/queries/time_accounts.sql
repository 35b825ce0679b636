-- Where do the trucks' hours go? Mean hours per truck and day (24 h): working, delayed in queues, standby with the engine on, off.
-- standby_h is null without fuel windows; off_h then contains it.
-- On a real mine's records, numbers of the first of 1 rows: 57 | 13.24 | 1.213 | null | 9.548
SELECT site,
       COUNT(*) AS trucks,
       24 * SUM(working_h) / SUM(calendar_h) AS working_h,
       24 * SUM(delayed_h) / SUM(calendar_h) AS delayed_h,
       24 * SUM(standby_h) / SUM(calendar_h) AS standby_h,
       24 * SUM(off_h) / SUM(calendar_h) AS off_h
FROM v_time_account
GROUP BY site
ORDER BY site;
