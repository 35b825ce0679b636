-- The login of PostgREST: run once by an administrator of the server, after fuel sql migrate. It has no rights of its own
-- (NOINHERIT): for each request it becomes one of the roles below, and never fuel_writer. It has no password until one is set.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'authenticator') THEN
        CREATE ROLE authenticator LOGIN NOINHERIT NOCREATEDB NOCREATEROLE NOSUPERUSER;
    END IF;
END
$$;
GRANT web_anon, fuel_reader, fuel_analyst TO authenticator;
-- A request that asks for too much does not hold the server up.
ALTER ROLE authenticator SET statement_timeout = '30s';
