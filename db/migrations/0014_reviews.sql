-- Reviews: a confirmed booking that an officer must decide on again. One row for each booking and cause.
create table review (
	id uuid primary key,
	ref text not null unique,
	booking_id uuid not null references booking,
	cause text not null check (cause in ('prisoner-transferred', 'prisoner-released', 'custody-out', 'unit-changed',
		'security-level-changed', 'court-restriction-added', 'court-restriction-ended', 'permit-changed', 'visitor-banned',
		'protective-order-added', 'non-association-added', 'session-changed', 'closure-added', 'recheck-overdue')),
	-- The restriction, closure, session … that caused it, so that the same event never opens it twice.
	cause_id uuid not null,
	facility_id uuid not null references facility,
	owner_id uuid references officer,
	opened_at timestamptz not null,
	ended_at timestamptz,
	resolution text check (resolution in ('kept', 'moved', 'cancelled', 'cause-gone', 'pair-settled')),
	ended_by uuid references officer,
	check ((ended_at is null) = (resolution is null))
);
create unique index review_open_once on review (booking_id, cause, cause_id) where ended_at is null;
create index review_open on review (facility_id, opened_at) where ended_at is null;
create index review_booking on review (booking_id);

grant select, insert, update on review to samvaer_app;
