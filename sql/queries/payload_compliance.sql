-- Which loading units load by the rule 10/10/20? compliant 1: at most 10 % of loads over 110 %, none over 120 %, mean not over 100 %.
-- On a real mine's records, numbers of the first of 12 rows: 1830 | 1.057 | 0 | 0.09508 | 0 | 0
SELECT site, loading_unit_id, loads, mean_share, under90_share, over110_share, over120_share, compliant
FROM v_payload_compliance
ORDER BY site, loads DESC, loading_unit_id;
