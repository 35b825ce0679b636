-- Can the figures of a day be trusted? Share of valid, rejected, repeated and late messages.
SELECT site, mine_day, machines, received, valid_share, rejected_share, repeated_share, late_share, bad_machines
FROM v_quality_day
ORDER BY site, mine_day;
