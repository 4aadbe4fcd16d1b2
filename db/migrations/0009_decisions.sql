-- Decisions on applications.

create table decision (
	id uuid primary key,
	ref text not null unique,
	application_id uuid not null references application,
	outcome text not null check (outcome in ('granted', 'granted-with-limits', 'refused')),
	state text not null check (state in ('drafted', 'approved', 'sent', 'opened', 'appealed', 'reversed', 'forwarded', 'upheld', 'changed')),
	controls text[] not null default '{}',
	rule text,
	facts text,
	-- By control: why a lesser control is not enough. By visitor id: the best interests of each affected child.
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

grant select, insert, update on decision to samvaer_app;
