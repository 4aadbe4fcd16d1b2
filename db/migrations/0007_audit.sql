-- Who did or read what. Append-only: by grants for the application's role, by triggers for everyone.

create table audit (
	id bigint generated always as identity primary key,
	at timestamptz not null,
	actor_kind text not null check (actor_kind in ('visitor', 'officer', 'system')),
	actor_id uuid,
	action text not null,
	facility_id uuid,
	subject_kind text not null,
	subject_id uuid,
	request_id text,
	-- Ids and field names, never content.
	detail jsonb not null default '{}'
);
create index audit_subject on audit (subject_kind, subject_id, at);
create index audit_actor on audit (actor_id, at);
create index audit_facility on audit (facility_id, at);

create trigger audit_append_only before update or delete on audit for each row execute function refuse_change();
create trigger audit_no_truncate before truncate on audit for each statement execute function refuse_change();

grant select, insert on audit to samvaer_app;
