-- The prices of trips that a plan was made with. H2 in MSSQLServer mode.
-- sql/sqlserver/V7__plan_prices.sql contains the same; always change both files.

-- Name and version of the model that predicted the litres of trips, such as 'fuel-window 3', or 'physics'.
ALTER TABLE dispatch_plan ADD price_model NVARCHAR(200) NULL;

-- Litres of a truck relative to those of its class, as a JSON object by truck; only ratios other than 1.
ALTER TABLE dispatch_plan ADD truck_ratios NVARCHAR(MAX) NULL;

-- Litres on a road segment relative to those of the model, as a JSON object by segment; only ratios other than 1.
ALTER TABLE dispatch_plan ADD segment_ratios NVARCHAR(MAX) NULL;
