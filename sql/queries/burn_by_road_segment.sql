-- Which road segments burn most diesel a day, and how much of it is lost by their surface? geometry_wkt is the line on the map, in
-- the mine's grid: a GIS reads it as it is.
SELECT site, segment_id, burned_l_per_day, excess_l_per_day, grade_pct, length_m, passes, geometry_wkt
FROM v_road_burn
ORDER BY site, burned_l_per_day DESC, segment_id;
