-- Messages to people: queued in the transaction that causes them, sent by the worker at least once.

create table message (
	id uuid primary key,
	kind text not null,
	to_visitor_id uuid not null references visitor,
	-- References only: the content is read when the message is sent.
	application_id uuid references application,
	booking_id uuid references booking,
	waiting_list_entry_id uuid references waiting_list_entry,
	detail jsonb not null default '{}',
	queued_at timestamptz not null,
	due_at timestamptz not null,
	leased_until timestamptz,
	attempts integer not null default 0,
	sent_at timestamptz,
	-- Set after the last attempt failed; an officer is notified.
	dead_at timestamptz,
	last_error text,
	top_up_id uuid references top_up,
	refund_id uuid references refund
);
create index message_due on message (due_at) where sent_at is null and dead_at is null;
create index message_to on message (to_visitor_id, queued_at);
create index message_booking on message (booking_id);
create index message_top_up on message (top_up_id) where top_up_id is not null;

grant select, insert, update on message to samvaer_app;
