-- Prisoners. They come from the prison register or from an officer, never from a visitor.

create table prisoner (
	id uuid primary key,
	ref text not null unique,
	number text not null unique,
	given_name text not null,
	family_name text not null,
	-- Folded by app/domain/applications/matching.ts, so that Åse and Aase match.
	folded_name text not null,
	born date not null,
	facility_id uuid not null references facility,
	unit text not null,
	security_level text not null check (security_level in ('special-high', 'high', 'low', 'transitional')),
	legal_status text not null check (legal_status in ('remand', 'sentenced', 'preventive-detention')),
	custody text not null check (custody in ('in', 'out', 'released')),
	-- Since when this row is true: a time from the register, or when an officer changed it. Null when nobody has said.
	known_from timestamptz,
	language text check (language ~ '^[a-z]{2,3}$'),
	foreign key (facility_id, unit) references unit (facility_id, code)
);
create index prisoner_facility on prisoner (facility_id, unit);
create index prisoner_folded_name on prisoner using gin (folded_name gin_trgm_ops);
create index prisoner_born on prisoner (born);

grant select, insert, update on prisoner to samvaer_app;
