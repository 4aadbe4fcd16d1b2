-- What is over: what the gate saw of each visitor, and reviews of visits that nobody decided before their time.

-- At the gate each member of a party is in, absent or turned away by itself; nothing while nobody has recorded it.
alter table booking_visitor
	add column presence text check (presence in ('in', 'absent', 'turned-away')),
	add column presence_reason text,
	add constraint booking_visitor_turned_away_why check (presence_reason is null or presence is not distinct from 'turned-away');

-- A review of a visit that is over closes by itself, and says so.
alter table review
	drop constraint review_resolution_check,
	add constraint review_resolution_check check (resolution in ('kept', 'moved', 'cancelled', 'cause-gone', 'pair-settled', 'visit-over'));
