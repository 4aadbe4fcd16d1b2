-- Visitors. A child is a visitor with a guardianship.

create table visitor (
	id uuid primary key,
	ref text not null unique,
	given_name text not null,
	family_name text not null,
	folded_name text not null,
	born date not null,
	-- The sign-in account; null for a child, and for a visitor whose case is kept on paper.
	issuer text,
	subject text,
	-- The national number, encrypted with AES-256-GCM under the key `pid_key_id`; `pid_index` is an HMAC to look it up by.
	pid_cipher bytea,
	pid_key_id text,
	pid_index bytea unique,
	email text,
	phone text,
	language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
	-- How the birth date came to be known, and what holding it and the name against the issuer and the national number showed.
	birth_date_source text not null default 'officer'
		check (birth_date_source in ('issuer', 'national-number', 'typed', 'guardian', 'officer')),
	birth_date_comparison text not null default 'not-compared'
		check (birth_date_comparison in ('matches', 'differs', 'not-compared')),
	other_birth_date date,
	name_comparison text not null default 'not-compared'
		check (name_comparison in ('matches', 'differs', 'not-compared')),
	unique (issuer, subject),
	check ((issuer is null) = (subject is null)),
	check ((pid_cipher is null) = (pid_key_id is null) and (pid_cipher is null) = (pid_index is null)),
	constraint visitor_other_birth_date check (other_birth_date is null or birth_date_comparison = 'differs')
);
create index visitor_folded_name on visitor using gin (folded_name gin_trgm_ops);
create index visitor_born on visitor (born);

create table guardianship (
	child_id uuid not null references visitor,
	guardian_id uuid not null references visitor,
	primary key (child_id, guardian_id),
	check (child_id <> guardian_id)
);
create index guardianship_guardian on guardianship (guardian_id);

grant select, insert, update on visitor to samvaer_app;
grant select, insert, delete on guardianship to samvaer_app;
