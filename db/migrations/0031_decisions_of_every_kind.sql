-- Whatever goes against a person is a decision, and takes one road: draft, second officer, letter, appeal.

alter table decision
	alter column application_id drop not null,
	drop constraint decision_outcome_check,
	add constraint decision_outcome_check check (outcome in ('granted', 'granted-with-limits', 'refused', 'controls', 'suspended', 'withdrawn', 'banned', 'appeal-dismissed')),
	drop constraint decision_state_check,
	add constraint decision_state_check check (state in ('drafted', 'approved', 'sent', 'opened', 'appealed', 'appealed-late', 'dismissed', 'reversed', 'forwarded', 'upheld', 'changed', 'annulled')),
	add column permit_id uuid references permit,
	add column visitor_id uuid references visitor,
	-- Of a ban: where; everywhere when it is null.
	add column facility_id uuid references facility,
	-- The decision whose late appeal this one dismisses.
	add column dismisses_id uuid references decision,
	add column hearing_id uuid references hearing,
	-- The text that a second officer approves: each change counts up.
	add column version integer not null default 1,
	-- The application as it was when the text was put forward: one that changed since is not approved.
	add column application_version integer,
	-- Of a ban and of a suspension: the last day.
	add column until date,
	add column interim boolean not null default false,
	add column approve_by timestamptz,
	add column falls_away_at timestamptz,
	-- What the permit was before, to be put back.
	add column permit_before jsonb,
	add column ban_id uuid references ban,
	add column approved_at timestamptz,
	add column in_force_at timestamptz,
	-- When what it put in place ended: reversed, replaced, or fallen away.
	add column ended_at timestamptz,
	add constraint decision_is_about_one check (num_nonnulls(application_id, permit_id, visitor_id, dismisses_id) = 1),
	add constraint decision_interim_bounds check (interim = (num_nonnulls(approve_by, falls_away_at) = 2));

-- One draft at a time of one case, interim measures apart.
create unique index decision_draft_of_application on decision (application_id) where state = 'drafted' and ended_at is null and application_id is not null;
create unique index decision_draft_of_permit on decision (permit_id, interim) where state = 'drafted' and ended_at is null and permit_id is not null;
create unique index decision_draft_of_ban on decision (visitor_id, coalesce(facility_id, '00000000-0000-0000-0000-000000000000'::uuid), interim)
	where state = 'drafted' and ended_at is null and visitor_id is not null;
create unique index decision_draft_of_dismissal on decision (dismisses_id) where state = 'drafted' and dismisses_id is not null;
create index decision_permit on decision (permit_id) where permit_id is not null;
create index decision_visitor on decision (visitor_id) where visitor_id is not null;
create index decision_approve_by on decision (approve_by) where interim and state = 'drafted' and ended_at is null;
create index decision_falls_away on decision (falls_away_at) where interim and ended_at is null;
create index decision_suspension on decision (until) where outcome = 'suspended' and ended_at is null;

-- Each party has a letter, a clock and an appeal of its own. The letter is kept as it was sent: the application's role cannot change it.
create table decision_party (
	id uuid primary key,
	decision_id uuid not null references decision,
	visitor_id uuid references visitor,
	prisoner_id uuid references prisoner,
	language text not null check (language in ('nb', 'nn', 'en')),
	template_version integer not null,
	letter jsonb not null,
	available_at timestamptz not null,
	-- null while a letter on paper has not reached the party: its clock has not begun.
	appeal_until date,
	opened_at timestamptz,
	reminders integer not null default 0,
	remind_at timestamptz,
	check (num_nonnulls(visitor_id, prisoner_id) = 1)
);
create unique index decision_party_visitor on decision_party (decision_id, visitor_id) where visitor_id is not null;
create unique index decision_party_prisoner on decision_party (decision_id, prisoner_id) where prisoner_id is not null;
create index decision_party_of_visitor on decision_party (visitor_id, available_at) where visitor_id is not null;
create index decision_party_remind on decision_party (remind_at) where remind_at is not null;

create table appeal (
	id uuid primary key,
	decision_id uuid not null references decision,
	party_id uuid not null unique references decision_party,
	text text not null,
	received_at timestamptz not null,
	late boolean not null,
	taken_up_at timestamptz,
	taken_up_by uuid references officer,
	ground text check (ground in ('excusable', 'special-reasons')),
	check (taken_up_at is null or (late and num_nonnulls(taken_up_by, ground) = 2))
);
create index appeal_decision on appeal (decision_id);

create table appeal_answer (
	id uuid primary key,
	decision_id uuid not null references decision,
	outcome text not null check (outcome in ('reversed', 'changed', 'forwarded', 'upheld', 'annulled')),
	reasons text not null,
	answered_by uuid not null references officer,
	answered_at timestamptz not null
);
create index appeal_answer_decision on appeal_answer (decision_id);

grant select, insert on decision_party, appeal, appeal_answer to samvaer_app;
grant update (appeal_until, opened_at, reminders, remind_at) on decision_party to samvaer_app;
grant update (taken_up_at, taken_up_by, ground) on appeal to samvaer_app;

alter table message
	add column decision_id uuid references decision,
	add column hearing_id uuid references hearing;
