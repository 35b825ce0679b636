-- What PostgREST shows, brought up to date after each migration: schema api has a view of each table and of each view, under the
-- same name and with the same rights, in which times have their offset. The views run with the rights of their owner, because the
-- roles of HTTP requests have none on the tables.
DO $$
DECLARE
    shown  RECORD;
    listed TEXT;
    about  RECORD;
BEGIN
    FOR shown IN
        SELECT c.oid, c.relname
        FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
          AND (c.relkind = 'r' OR c.relname LIKE 'v\_%')
          AND has_table_privilege('fuel_analyst', c.oid, 'SELECT')
    LOOP
        SELECT string_agg(CASE WHEN a.atttypid = 'timestamp'::regtype
                               THEN format('%I AT TIME ZONE ''UTC'' AS %I', a.attname, a.attname)
                               ELSE format('%I', a.attname) END, ', ' ORDER BY a.attnum)
        INTO listed
        FROM pg_attribute a
        WHERE a.attrelid = shown.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'changed_by';
        EXECUTE format('CREATE OR REPLACE VIEW api.%I AS SELECT %s FROM public.%I', shown.relname, listed, shown.relname);
        EXECUTE format('GRANT SELECT ON api.%I TO fuel_analyst', shown.relname);
        IF has_table_privilege('fuel_reader', shown.oid, 'SELECT') THEN
            EXECUTE format('GRANT SELECT ON api.%I TO fuel_reader', shown.relname);
        END IF;
        FOR about IN
            SELECT a.attname, d.description
            FROM pg_description d
            LEFT JOIN pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid AND d.objsubid > 0
            WHERE d.objoid = shown.oid AND d.classoid = 'pg_class'::regclass AND a.attname IS DISTINCT FROM 'changed_by'
        LOOP
            IF about.attname IS NULL THEN
                EXECUTE format('COMMENT ON VIEW api.%I IS %L', shown.relname, about.description);
            ELSE
                EXECUTE format('COMMENT ON COLUMN api.%I.%I IS %L', shown.relname, about.attname, about.description);
            END IF;
        END LOOP;
    END LOOP;
END
$$;

-- For probes without a token: how new the rows of each site are. Names no machine and no person.
CREATE OR REPLACE VIEW api.freshness AS
SELECT site,
       MAX(state_at) AT TIME ZONE 'UTC' AS newest_state_at,
       MAX(window_at) AT TIME ZONE 'UTC' AS newest_window_at
FROM public.equipment_state
GROUP BY site;
COMMENT ON VIEW api.freshness IS 'How new the rows of a site are.';
GRANT SELECT ON api.freshness TO web_anon, fuel_reader, fuel_analyst;
-- PostgREST reads the schema again.
NOTIFY pgrst, 'reload schema';
