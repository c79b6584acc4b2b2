-- Runs once, when the volume is new: a role and a database of its own for everything that stores, and no way into another's.
\getenv disclosure_password DISCLOSURE_DB_PASSWORD
\getenv rating_password RATING_DB_PASSWORD
\getenv assessment_password ASSESSMENT_DB_PASSWORD
\getenv reporting_password REPORTING_DB_PASSWORD
\getenv keycloak_password KEYCLOAK_DB_PASSWORD

create role disclosure login password :'disclosure_password';
create role rating login password :'rating_password';
create role assessment login password :'assessment_password';
create role reporting login password :'reporting_password';
create role keycloak login password :'keycloak_password';

create database disclosure owner disclosure;
create database rating owner rating;
create database assessment owner assessment;
create database reporting owner reporting;
create database keycloak owner keycloak;

revoke connect on database postgres, disclosure, rating, assessment, reporting, keycloak from public;
