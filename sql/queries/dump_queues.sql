-- At which dumps do trucks queue?
-- On a real mine's records, numbers of the first of 26 rows: 2195 | 177 | 0.8251 | 108
SELECT site, dump_location_id, loads, mean_queue_s, queued_share, queue_h
FROM v_dump_queue
ORDER BY site, queue_h DESC, dump_location_id;
