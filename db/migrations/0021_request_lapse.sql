-- A request that nobody answers lapses by itself: `lapses_at` is fixed when it is made, under the policy then in force.

alter table booking
	drop constraint booking_state_check,
	add constraint booking_state_check check (state in ('held', 'expired', 'requested', 'confirmed', 'declined', 'lapsed', 'checked-in', 'completed', 'cancelled', 'no-show', 'turned-away')),
	add column requested_at timestamptz,
	add column lapses_at timestamptz;
update booking set requested_at = created_at, lapses_at =
	case when created_at < starts_at - interval '24 hours' then starts_at - interval '24 hours' else starts_at end
	where state = 'requested';
alter table booking add constraint booking_request_lapses check (state <> 'requested' or num_nonnulls(requested_at, lapses_at) = 2);
create index booking_lapses on booking (lapses_at) where state = 'requested';

create or replace function booking_step_allowed(old_state text, new_state text) returns boolean language sql immutable parallel safe as $$
	select old_state = new_state or (old_state, new_state) in (
		('held', 'expired'), ('held', 'requested'), ('held', 'confirmed'), ('held', 'cancelled'),
		('expired', 'requested'), ('expired', 'confirmed'),
		('requested', 'confirmed'), ('requested', 'declined'), ('requested', 'lapsed'), ('requested', 'cancelled'),
		('confirmed', 'checked-in'), ('confirmed', 'cancelled'), ('confirmed', 'no-show'), ('confirmed', 'turned-away'),
		('checked-in', 'completed'))
$$;
