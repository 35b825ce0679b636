-- At which hours of the day (UTC) is most diesel burned, and how much of it while standing?
SELECT site, equipment_class, hour_of_day, litres_per_hour, idle_share, machine_h
FROM v_consumption_by_hour
ORDER BY site, equipment_class, hour_of_day;
