-- Which loading units have queues, and which wait for trucks? A unit with a long queue has too many trucks, one with much hang too few.
-- On a real mine's records, numbers of the first of 12 rows: 1830 | 560800 | 146.1 | 72.99 | 132.8 | 74.28 | 37.1
SELECT site, loading_unit_id, loads, tonnes, mean_queue_s, mean_hang_s, mean_loading_s, queue_h, hang_h
FROM v_loading_queue
ORDER BY site, queue_h DESC, loading_unit_id;
