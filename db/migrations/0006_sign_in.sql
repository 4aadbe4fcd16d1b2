-- Sign-ins in progress and web sessions.

-- What must match when the issuer redirects back. Expires after ten minutes.
create table sign_in (
	state_hash bytea primary key,
	kind text not null check (kind in ('family', 'staff')),
	nonce text not null,
	code_verifier text not null,
	return_to text not null,
	max_age integer,
	expires_at timestamptz not null
);

-- The token itself is only in the cookie; this is its SHA-256.
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

-- Someone whom the issuer vouches for and who has not introduced themselves yet. What the issuer said is sealed; the token is
-- only in the cookie, and this is its SHA-256.
create table newcomer (
	token_hash bytea primary key,
	sealed text not null,
	used_at timestamptz,
	expires_at timestamptz not null
);
create index newcomer_expires on newcomer (expires_at);

grant select, insert, update, delete on sign_in, web_session, newcomer to samvaer_app;
