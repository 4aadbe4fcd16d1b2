-- Hearings: what was received about a person is put to them before a decision that goes against them (forvaltningsloven § 16).

create table hearing (
	id uuid primary key,
	ref text not null unique,
	-- What the decision will be about: an application, a permit, or the visitor (before a ban).
	application_id uuid references application,
	permit_id uuid references permit,
	visitor_id uuid references visitor,
	state text not null check (state in ('open', 'answered', 'passed', 'omitted')),
	notice text,
	answer_until date,
	omitted_because text check (omitted_because in ('not-practicable', 'unreachable', 'already-heard')),
	reason text,
	created_by uuid not null references officer,
	created_at timestamptz not null,
	check (num_nonnulls(application_id, permit_id, visitor_id) = 1),
	check (case when state = 'omitted' then num_nonnulls(omitted_because, reason) = 2 else num_nonnulls(notice, answer_until) = 2 end)
);
create index hearing_application on hearing (application_id) where application_id is not null;
create index hearing_permit on hearing (permit_id) where permit_id is not null;
create index hearing_visitor on hearing (visitor_id) where visitor_id is not null;
create index hearing_open on hearing (answer_until) where state = 'open';

-- One notice for each party.
create table hearing_party (
	hearing_id uuid not null references hearing,
	visitor_id uuid not null references visitor,
	opened_at timestamptz,
	answer text,
	answered_at timestamptz,
	-- How many alerts of an unopened notice were sent, and when the next one is due.
	reminders integer not null default 0,
	remind_at timestamptz,
	primary key (hearing_id, visitor_id),
	check ((answer is null) = (answered_at is null))
);
create index hearing_party_visitor on hearing_party (visitor_id);
create index hearing_party_remind on hearing_party (remind_at) where remind_at is not null;

grant select, insert, update on hearing, hearing_party to samvaer_app;
