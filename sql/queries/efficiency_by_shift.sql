-- How do shifts compare? Cycles, tonnes and litres per tonne by shift of 12 hours (UTC). litres are null without fuel counters.
-- On a real mine's records, numbers of the first of 19 rows: 181 | 54 | 55650 | null | null
SELECT site, shift_start, cycles, trucks, tonnes, litres_per_tonne, tonnes_per_litre
FROM v_efficiency_shift
ORDER BY site, shift_start;
