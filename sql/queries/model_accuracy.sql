-- Does the model stay accurate? Mean absolute error and bias per minute, and the share of windows in the 95 % interval, by day.
SELECT site, mine_day, model_version, windows, mean_absolute_error_l, error_share, bias_l, coverage
FROM v_model_accuracy_day
ORDER BY site, mine_day, model_version;
