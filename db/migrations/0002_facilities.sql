-- Facilities, their units and the versions of their policy.

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

-- `parameters` holds only what differs from the defaults of app/domain/policy.ts.
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

grant select, insert, update on facility, unit, facility_policy to samvaer_app;
