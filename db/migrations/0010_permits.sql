-- Permits: one visitor's permission to have contact with one prisoner.

create table permit (
	id uuid primary key,
	ref text not null unique,
	visitor_id uuid not null references visitor,
	prisoner_id uuid not null references prisoner,
	decision_id uuid references decision,
	state text not null check (state in ('active', 'suspended', 'lapsed', 'ended')),
	controls text[] not null check (controls <@ array['watched', 'overheard', 'no-touch', 'glass', 'language']),
	channels text[] not null check (channels <@ array['visit', 'phone']),
	relationship text not null,
	track text not null check (track in ('family', 'official')),
	official_kind text,
	guardian_consent boolean not null,
	valid_from date,
	valid_to date,
	recheck_due date,
	check ((track = 'official') = (official_kind is not null)),
	-- A privileged conversation is never overheard (straffegjennomføringsloven § 31 sixth paragraph).
	check (track = 'family' or not controls && array['overheard', 'language'])
);
create unique index permit_one_per_pair on permit (visitor_id, prisoner_id) where state <> 'ended';
create index permit_prisoner on permit (prisoner_id);

grant select, insert, update on permit to samvaer_app;
