-- Litres that were really saved, by lever and in total, since the end of the baseline period.
-- The total compares what the trucks burned with what the baseline period burned for the same tonnes on the same hauls.
-- If low_l is above 0 the saving is more than chance; if high_l is below 0 more was burned than before. The levers add up to
-- TOTAL. DISPATCH is empty travel, QUEUES waiting, PARKED_TRUCKS standing trucks, LOADED_TRAVEL payloads, roads and machines.
-- UNEXPLAINED is empty travel saved beyond the least possible: an error of measurement, not a success.
-- No row: no shift is measured yet. Look at phase and remark in ledger_shift.
SELECT site, 'TOTAL' AS lever, saved_l AS litres, low_l, high_l
FROM v_saving_total
WHERE shifts_measured > 0
UNION ALL
SELECT site, lever, litres, low_l, high_l
FROM v_dispatch_saving
WHERE basis = 'MEASURED'
ORDER BY 1, 3 DESC;
