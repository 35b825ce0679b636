-- What did we not believe, and why?
-- REJECTED is kept with its bytes in rejected_reading.payload and can be sent again; DUPLICATE was dropped, nothing is lost;
-- FLAGGED was used, with a warning; LATE was valid but came after its minute was closed for good.
SELECT verdict,
       rule_name,
       SUM(messages) AS messages,
       MIN(received_hour) AS first_hour,
       MAX(received_hour) AS last_hour
FROM v_quality_hour
GROUP BY verdict, rule_name
ORDER BY SUM(messages) DESC;
