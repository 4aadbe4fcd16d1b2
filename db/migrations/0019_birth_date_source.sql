-- How a visitor's birth date came to be known, and what holding it and the name against the issuer and the national number showed.

alter table visitor
	add column birth_date_source text not null default 'officer'
		check (birth_date_source in ('issuer', 'national-number', 'typed', 'guardian', 'officer')),
	add column birth_date_comparison text not null default 'not-compared'
		check (birth_date_comparison in ('matches', 'differs', 'not-compared')),
	add column other_birth_date date,
	add column name_comparison text not null default 'not-compared'
		check (name_comparison in ('matches', 'differs', 'not-compared')),
	add constraint visitor_other_birth_date check (other_birth_date is null or birth_date_comparison = 'differs');

-- Nobody was compared so far: each is at their next sign-in.
update visitor set birth_date_source = 'guardian' where exists (select from guardianship where child_id = visitor.id);
update visitor set birth_date_source = 'typed' where issuer is not null;

-- Someone whom the issuer vouches for and who has not introduced themselves yet. What the issuer said is sealed; the token is
-- only in the cookie, and here is its SHA-256.
create table newcomer (
	token_hash bytea primary key,
	sealed text not null,
	used_at timestamptz,
	expires_at timestamptz not null
);
create index newcomer_expires on newcomer (expires_at);
grant select, insert, update, delete on newcomer to samvaer_app;
