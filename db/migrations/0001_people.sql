-- Who there is: facilities with their policy, prisoners, visitors with their children, officers.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create table facility (
	id uuid primary key,
	slug text not null unique,
	name text not null,
	address text not null,
	phone text not null
);

create table unit (
	facility_id uuid not null references facility,
	code text not null,
	name text not null,
	primary key (facility_id, code)
);

-- Versions of a facility's policy. `parameters` holds what differs from the defaults of app/domain/policy.ts.
create table facility_policy (
	id uuid primary key,
	facility_id uuid not null references facility,
	valid_from timestamptz not null,
	valid_to timestamptz,
	parameters jsonb not null,
	published_by uuid,
	check (valid_to is null or valid_to > valid_from),
	exclude using gist (facility_id with =, tstzrange(valid_from, valid_to) with &&)
);

create table prisoner (
	id uuid primary key,
	ref text not null unique,
	number text not null unique,
	given_name text not null,
	family_name text not null,
	-- app/domain/applications/matching.ts folds it, so that Åse and Aase are one.
	folded_name text not null,
	born date not null,
	facility_id uuid not null references facility,
	unit text not null,
	security_level text not null check (security_level in ('special-high', 'high', 'low', 'transitional')),
	legal_status text not null check (legal_status in ('remand', 'sentenced', 'preventive-detention')),
	custody text not null check (custody in ('in', 'out', 'released')),
	foreign key (facility_id, unit) references unit (facility_id, code)
);
create index prisoner_facility on prisoner (facility_id, unit);
create index prisoner_folded_name on prisoner using gin (folded_name gin_trgm_ops);

create table visitor (
	id uuid primary key,
	ref text not null unique,
	given_name text not null,
	family_name text not null,
	folded_name text not null,
	born date not null,
	-- The sign-in account; null for a child and for someone whose case officers keep on paper.
	issuer text,
	subject text,
	-- The national number: AES-256-GCM, with the key's id, and an HMAC to find it by. Never in the clear.
	pid_cipher bytea,
	pid_key_id text,
	pid_index bytea unique,
	email text,
	phone text,
	language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
	unique (issuer, subject),
	check ((issuer is null) = (subject is null)),
	check ((pid_cipher is null) = (pid_key_id is null) and (pid_cipher is null) = (pid_index is null))
);
create index visitor_folded_name on visitor using gin (folded_name gin_trgm_ops);

create table guardianship (
	child_id uuid not null references visitor,
	guardian_id uuid not null references visitor,
	primary key (child_id, guardian_id),
	check (child_id <> guardian_id)
);
create index guardianship_guardian on guardianship (guardian_id);

create table officer (
	id uuid primary key,
	ref text not null unique,
	name text not null,
	issuer text not null,
	subject text not null,
	active boolean not null,
	unique (issuer, subject)
);

-- A role in one facility; in every facility where facility_id is null.
create table officer_role (
	officer_id uuid not null references officer,
	facility_id uuid references facility,
	role text not null check (role in ('visit-officer', 'screening-officer', 'decision-maker', 'finance', 'admin', 'auditor')),
	unique nulls not distinct (officer_id, facility_id, role)
);

-- Whom an officer is related to, and may therefore not decide about.
create table officer_relation (
	officer_id uuid not null references officer,
	visitor_id uuid not null references visitor,
	primary key (officer_id, visitor_id)
);
