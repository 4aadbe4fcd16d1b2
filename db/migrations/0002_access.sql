-- Sign-in, sessions and the audit trail.

-- A sign-in under way: what must come back with the issuer's answer. Lives ten minutes.
create table sign_in (
	state_hash bytea primary key,
	kind text not null check (kind in ('family', 'staff')),
	nonce text not null,
	code_verifier text not null,
	return_to text not null,
	max_age integer,
	expires_at timestamptz not null
);

-- A signed-in browser. The token itself is only in the cookie; here is its SHA-256.
create table web_session (
	token_hash bytea primary key,
	kind text not null check (kind in ('family', 'staff')),
	visitor_id uuid references visitor,
	officer_id uuid references officer,
	facility_id uuid references facility,
	issuer text not null,
	subject text not null,
	issuer_session text,
	id_token text not null,
	authenticated_at timestamptz not null,
	created_at timestamptz not null,
	seen_at timestamptz not null,
	expires_at timestamptz not null,
	check ((kind = 'family') = (visitor_id is not null)),
	check ((kind = 'staff') = (officer_id is not null))
);
create index web_session_subject on web_session (issuer, subject);
create index web_session_visitor on web_session (visitor_id);
create index web_session_officer on web_session (officer_id);
create index web_session_expires on web_session (expires_at);

-- Who did or saw what. `detail` holds ids and field names, never content. Append-only: by rights for the application's
-- role, by trigger for everyone.
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
	detail jsonb not null default '{}'
);
create index audit_subject on audit (subject_kind, subject_id, at);
create index audit_actor on audit (actor_id, at);
create index audit_facility on audit (facility_id, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
create trigger audit_append_only before update or delete on audit for each row execute function refuse_change();
create trigger audit_no_truncate before truncate on audit for each statement execute function refuse_change();
