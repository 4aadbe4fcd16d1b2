-- An officer may correct a record at the gate into another, or back to a visit that is still to be recorded.

create or replace function booking_step_allowed(old_state text, new_state text) returns boolean language sql immutable parallel safe as $$
	select old_state = new_state or (old_state, new_state) in (
		('held', 'expired'), ('held', 'requested'), ('held', 'confirmed'), ('held', 'cancelled'),
		('expired', 'requested'), ('expired', 'confirmed'),
		('requested', 'confirmed'), ('requested', 'declined'), ('requested', 'lapsed'), ('requested', 'cancelled'),
		('confirmed', 'checked-in'), ('confirmed', 'cancelled'), ('confirmed', 'no-show'), ('confirmed', 'turned-away'),
		('checked-in', 'completed'))
		or (old_state in ('checked-in', 'completed', 'no-show', 'turned-away')
			and new_state in ('confirmed', 'checked-in', 'completed', 'no-show', 'turned-away'))
$$;
