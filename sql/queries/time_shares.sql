-- Where do the trucks' hours go? Shares of calendar time, all trucks together.
-- loaded + travelling_empty is work that moves tonnes. shovel_queue and dump_queue are what dispatch can take away; outside
-- is everything that is in no cycle: breaks, shift changes, refuelling, repairs, parking. At a real mine it was two fifths.
-- A negative outside means overlapping or repeated cycles: look at the flags in haul_cycle.
SELECT * FROM v_time_shares ORDER BY site;
