-- Messages that were not used without restriction, by verdict and rule.
-- REJECTED: kept with its bytes in rejected_reading.payload, can be replayed. DUPLICATE: a repeat, dropped without loss.
-- FLAGGED: used, with a warning. LATE: valid, but received after its window was closed.
SELECT site,
       verdict,
       rule_name,
       SUM(messages) AS messages,
       MIN(received_hour) AS first_hour,
       MAX(received_hour) AS last_hour
FROM v_quality_hour
GROUP BY site, verdict, rule_name
ORDER BY SUM(messages) DESC, site;
