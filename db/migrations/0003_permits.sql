-- Applications, their checks and decisions, permits, and what may stand between two people.

-- What was typed, as it was typed. Nothing here is looked up in the register when it is written: the match is the
-- officers' work, so that an applicant learns nothing of whether such a prisoner exists.
create table application (
	id uuid primary key,
	ref text not null unique,
	form_key uuid unique,
	applicant_id uuid not null references visitor,
	visitor_id uuid not null references visitor,
	typed_number text not null,
	typed_name text not null,
	relationship text not null,
	track text not null check (track in ('family', 'official')),
	official_kind text,
	guardian_consent boolean not null,
	message text not null default '',
	state text not null check (state in ('received', 'ready', 'granted', 'granted-with-limits', 'refused', 'withdrawn')),
	-- Set by an officer (or found by them in the queue); null until then.
	prisoner_id uuid references prisoner,
	received_at timestamptz not null,
	decided_at timestamptz,
	version integer not null default 1,
	check ((track = 'official') = (official_kind is not null))
);
create index application_open on application (received_at) where state in ('received', 'ready');
create index application_number on application (typed_number);
create index application_applicant on application (applicant_id, received_at);
create index application_visitor on application (visitor_id);
create index application_prisoner on application (prisoner_id);

create table application_check (
	application_id uuid not null references application,
	kind text not null check (kind in ('identity', 'prisoner-consent', 'police-check', 'guardian-consent', 'conflict-check')),
	outcome text not null check (outcome in ('open', 'clear', 'limits', 'stop')),
	set_by uuid references officer,
	set_at timestamptz,
	primary key (application_id, kind),
	check ((outcome = 'open') = (set_by is null))
);

create table decision (
	id uuid primary key,
	ref text not null unique,
	application_id uuid not null references application,
	outcome text not null check (outcome in ('granted', 'granted-with-limits', 'refused')),
	state text not null check (state in ('drafted', 'approved', 'sent', 'opened', 'appealed', 'reversed', 'forwarded', 'upheld', 'changed')),
	controls text[] not null default '{}',
	rule text,
	facts text,
	-- Why each lesser control is not enough, by control; each affected child's best interests, by visitor id.
	lesser_controls jsonb not null default '{}',
	children jsonb not null default '{}',
	drafted_by uuid not null references officer,
	approved_by uuid references officer,
	drafted_at timestamptz not null,
	sent_at timestamptz,
	opened_at timestamptz,
	appeal_until date,
	check (approved_by is null or approved_by <> drafted_by)
);
create index decision_application on decision (application_id);

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
	-- A privileged talk is never listened to, whoever asks for it (straffegjennomføringsloven § 31 sixth paragraph).
	check (track = 'family' or not controls && array['overheard', 'language'])
);
create unique index permit_one_per_pair on permit (visitor_id, prisoner_id) where state <> 'ended';
create index permit_prisoner on permit (prisoner_id);

create table court_restriction (
	id uuid primary key,
	ref text not null unique,
	prisoner_id uuid not null references prisoner,
	type text not null check (type in ('visit-ban', 'police-control', 'phone-ban', 'letter-ban', 'isolation')),
	order_reference text not null,
	from_at timestamptz not null,
	to_at timestamptz not null,
	excepted_visitor_ids uuid[] not null default '{}',
	covers_official boolean not null,
	check (to_at >= from_at)
);
create index court_restriction_prisoner on court_restriction (prisoner_id, to_at);
create index court_restriction_end on court_restriction (to_at);

-- facility_id null: every facility.
create table ban (
	id uuid primary key,
	ref text not null unique,
	visitor_id uuid not null references visitor,
	facility_id uuid references facility,
	from_at timestamptz not null,
	to_at timestamptz not null,
	reason text not null,
	check (to_at >= from_at)
);
create index ban_visitor on ban (visitor_id, to_at);
create index ban_end on ban (to_at);

create table protective_order (
	id uuid primary key,
	ref text not null unique,
	visitor_id uuid not null references visitor,
	prisoner_id uuid not null references prisoner,
	from_at timestamptz not null,
	to_at timestamptz not null,
	check (to_at >= from_at)
);
create index protective_order_visitor on protective_order (visitor_id, to_at);
create index protective_order_prisoner on protective_order (prisoner_id, to_at);
create index protective_order_end on protective_order (to_at);

-- Two prisoners, or two visitors, who must not be in one area at one time. Stored with the smaller id first.
create table keep_apart (
	id uuid primary key,
	ref text not null unique,
	prisoner_a uuid references prisoner,
	prisoner_b uuid references prisoner,
	visitor_a uuid references visitor,
	visitor_b uuid references visitor,
	ended_at timestamptz,
	check (prisoner_a < prisoner_b or visitor_a < visitor_b),
	check (num_nonnulls(prisoner_a, prisoner_b, visitor_a, visitor_b) = 2),
	check ((prisoner_a is null) = (prisoner_b is null))
);
create index keep_apart_prisoner_a on keep_apart (prisoner_a) where ended_at is null and prisoner_a is not null;
create index keep_apart_prisoner_b on keep_apart (prisoner_b) where ended_at is null and prisoner_b is not null;
create index keep_apart_visitor_a on keep_apart (visitor_a) where ended_at is null and visitor_a is not null;
create index keep_apart_visitor_b on keep_apart (visitor_b) where ended_at is null and visitor_b is not null;
