-- What the server makes when it starts for the first time: a database for each, owned by a role that may do nothing else.
\getenv assay_password ASSAY_PASSWORD
\getenv keycloak_password KEYCLOAK_PASSWORD
create role assay login password :'assay_password';
create database assay owner assay;
create role keycloak login password :'keycloak_password';
create database keycloak owner keycloak;
