-- What a drift of a truck changed: the litres of the truck relative to those of its class in the first plan after the drift
-- (truck_ratios, a JSON object by truck), what that plan orders for the truck (trucks, with the reason in words), and the
-- truck's assignments under that plan, in the order of the events. expected_ratio is the ratio that the detector measured;
-- plan_delay_s is the time from the detection to the plan. A drift without a later plan has no plan columns.
SELECT d.site,
       d.machine_id AS truck_id,
       d.detected_at,
       1 + d.mean_before AS ratio_before,
       1 + d.mean_after AS expected_ratio,
       p.plan_id,
       p.made_at AS planned_at,
       DATEDIFF(SECOND, d.detected_at, p.made_at) AS plan_delay_s,
       p.price_model,
       p.truck_ratios,
       p.trucks_in_service,
       p.trucks,
       a.issued_at AS assigned_at,
       a.task,
       a.destination_id,
       a.reason_code
FROM drift_event d
LEFT JOIN dispatch_plan p
       ON p.site = d.site
      AND p.made_at = (SELECT MIN(n.made_at) FROM dispatch_plan n WHERE n.site = d.site AND n.made_at >= d.detected_at)
LEFT JOIN dispatch_assignment a
       ON a.plan_id = p.plan_id
      AND a.truck_id = d.machine_id
WHERE d.metric = 'residualRatio'
ORDER BY d.detected_at, d.machine_id, a.issued_at;
