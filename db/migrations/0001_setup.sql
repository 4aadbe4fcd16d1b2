-- Extensions, the application's role and what every table builds on. Each following file holds the tables of one noun with
-- their indexes, triggers and grants. The application's role owns nothing and gets no right that its use cases do not need.

do $$
begin
	if not exists (select from pg_roles where rolname = 'samvaer_app') then
		raise exception 'The role samvaer_app must exist before the migrations run' using hint = 'See docs/operations.md';
	end if;
end $$;

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

grant usage on schema public to samvaer_app;
-- The readiness probe compares the applied migrations with the ones that the build was made with.
grant select on schema_migration to samvaer_app;

-- Makes a table append-only, also for its owner.
create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
