-- Whose data is bad, when, and which rule says so?
-- One row a machine and hour of event time with more than 5 % rejected; look at the rule first: one bad rule shows as every
-- machine at once, one bad sensor as one machine for hours. machine_id unknown: the topic did not tell.
SELECT site,
       machine_id,
       hour_start,
       received,
       rejected,
       rejected_share,
       worst_rule,
       worst_rule_rejected
FROM v_quality_machine_hour
WHERE rejected_share > 0.05
ORDER BY rejected_share DESC, received DESC;
