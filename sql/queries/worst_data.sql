-- Machines and hours with bad data, and the rule that rejected most.
-- One row per machine and hour of event time with more than 5 % rejected. A wrong rule affects all machines at once; a defective
-- sensor affects one machine for hours. machine_id unknown: the topic does not contain the machine.
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
