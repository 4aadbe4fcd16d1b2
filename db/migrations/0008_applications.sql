-- Applications for permission to visit, and their checks.

-- Number and name are stored as typed and not matched with the register when the row is written, so that an applicant cannot
-- find out whether a prisoner exists. An officer makes the match.
create table application (
	id uuid primary key,
	ref text not null unique,
	idempotency_key uuid unique,
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
	-- Null until an officer has matched the application with a prisoner.
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

grant select, insert, update on application, application_check to samvaer_app;
