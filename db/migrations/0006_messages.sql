-- Messages to send: written in the transaction of the deed that causes them, sent by the worker, at least once.

create table message (
	id uuid primary key,
	kind text not null,
	to_visitor_id uuid not null references visitor,
	-- References only: what a message says is read when it is sent.
	application_id uuid references application,
	booking_id uuid references booking,
	wish_id uuid references wish,
	detail jsonb not null default '{}',
	queued_at timestamptz not null,
	due_at timestamptz not null,
	leased_until timestamptz,
	attempts integer not null default 0,
	sent_at timestamptz,
	-- Given up after the last attempt; an officer is told.
	dead_at timestamptz,
	last_error text
);
create index message_due on message (due_at) where sent_at is null and dead_at is null;
create index message_to on message (to_visitor_id, queued_at);
create index message_booking on message (booking_id);
