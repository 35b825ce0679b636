-- What are the alarms about? Many short ones of one cause: its limit is too narrow (see v_alarm_performance).
SELECT site, type, severity, alarms, machines, still_open, mean_duration_min
FROM v_alarm_cause
ORDER BY site, alarms DESC, type;
