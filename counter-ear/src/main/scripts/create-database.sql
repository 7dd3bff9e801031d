-- Makes the two roles and the database of Wallet Counter on your PostgreSQL, version 15 to 18. Run it as a superuser:
--
--   psql -U postgres -v owner_password='…' -v app_password='…' -f create-database.sql
--
-- counter_owner owns the tables and is used by the server only while it starts, to bring them to its version.
-- counter_app   is what the running application uses: it reads and writes rows, may not change a table, and may neither
--               change nor delete a row of the journal.
-- It can be run again: what exists stays as it is, only the passwords are set anew.

\set ON_ERROR_STOP on

SELECT 'CREATE ROLE counter_owner LOGIN'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'counter_owner') \gexec
SELECT 'CREATE ROLE counter_app LOGIN'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'counter_app') \gexec
ALTER ROLE counter_owner PASSWORD :'owner_password';
ALTER ROLE counter_app PASSWORD :'app_password';

-- Text is UTF-8, compared byte by byte: the same order on every machine, also after the operating system was upgraded under
-- a running database. Lists that people read are ordered by the application.
SELECT 'CREATE DATABASE counter OWNER counter_owner TEMPLATE template0 ENCODING ''UTF8'' '
    || CASE WHEN current_setting('server_version_num')::int >= 170000
            THEN 'LOCALE ''C'' LOCALE_PROVIDER builtin BUILTIN_LOCALE ''C.UTF-8'''
            ELSE 'LC_COLLATE ''C'' LC_CTYPE ''C.UTF-8''' END
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'counter') \gexec

REVOKE ALL ON DATABASE counter FROM PUBLIC;
GRANT CONNECT ON DATABASE counter TO counter_app;
