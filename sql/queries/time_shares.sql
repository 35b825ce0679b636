-- How the trucks' calendar time is used: shares of all trucks together.
-- loaded + travelling_empty is productive time. Dispatch can reduce shovel_queue and dump_queue. outside is the time that is
-- not part of a cycle: breaks, shift changes, refuelling, repairs, parking; 40 % at a real mine.
-- A negative outside means overlapping or repeated cycles: check the flags in haul_cycle.
-- On a real mine's records, numbers of the first of 1 rows: 57 | 12280 | 0.276 | 0.2037 | 0.02688 | 0.0166 | 0.03765 | 0.02365 | 0.0177 | 0.3978
SELECT * FROM v_time_shares ORDER BY site;
