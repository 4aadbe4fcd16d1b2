-- The prison register: facility keys, imported files and the outcome of each.

-- A facility's key for the register API. `ref` only identifies it; the secret is stored as its SHA-256.
create table facility_key (
	id uuid primary key,
	ref text not null unique,
	facility_id uuid not null references facility,
	name text not null check (name <> ''),
	secret_hash bytea not null check (octet_length(secret_hash) = 32),
	created_at timestamptz not null,
	revoked_at timestamptz
);
create index facility_key_facility on facility_key (facility_id, created_at);

-- A register file and how far its import has come.
create table register_import (
	id uuid primary key,
	ref text not null unique,
	facility_id uuid not null references facility,
	officer_id uuid references officer,
	key_id uuid references facility_key,
	-- Given by the sender: the same file sent twice is one import.
	idempotency_key text check (char_length(idempotency_key) between 1 and 200),
	content_hash bytea check (octet_length(content_hash) = 32),
	bytes bigint not null default 0,
	received_at timestamptz not null,
	state text not null check (state in ('receiving', 'waiting', 'done', 'refused')),
	-- Why the file could not be read, and which columns were at fault.
	refused_for text,
	refused_columns text[] not null default '{}',
	next_byte bigint not null default 0,
	next_line integer not null default 1,
	lines integer not null default 0,
	added integer not null default 0,
	changed integer not null default 0,
	unchanged integer not null default 0,
	bad integer not null default 0,
	lease_until timestamptz,
	ended_at timestamptz,
	unique (key_id, idempotency_key),
	check (num_nonnulls(officer_id, key_id) = 1),
	check ((state in ('done', 'refused')) = (ended_at is not null)),
	check ((state = 'refused') = (refused_for is not null)),
	check (state = 'receiving' or content_hash is not null)
);
-- An officer's form carries a key of its own: the same form sent twice is one import, as a machine's is.
create unique index register_import_officer_key on register_import (officer_id, idempotency_key) where officer_id is not null;
create index register_import_waiting on register_import (received_at) where state in ('receiving', 'waiting');
-- For the purge of old reports.
create index register_import_ended on register_import (ended_at) where ended_at is not null;
create index register_import_facility on register_import (facility_id, received_at);

-- The content of the file in parts, until the import is done.
create table register_import_part (
	import_id uuid not null references register_import on delete cascade,
	first_byte bigint not null,
	content bytea not null,
	primary key (import_id, first_byte)
);

-- The lines that were skipped: where and why, never their content.
create table register_import_problem (
	import_id uuid not null references register_import on delete cascade,
	line integer not null,
	column_name text not null,
	reason text not null,
	primary key (import_id, line, column_name)
);

grant select, insert, update on facility_key to samvaer_app;
grant select, insert, update, delete on register_import to samvaer_app;
grant select, insert, delete on register_import_part, register_import_problem to samvaer_app;
