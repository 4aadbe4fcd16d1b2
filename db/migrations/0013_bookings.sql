-- Bookings and their parties. Capacity, overlaps and steps are guarded here, whoever writes.

create table booking (
	id uuid primary key,
	ref text not null unique,
	-- Shown on the visit pass and entered at the gate.
	code text not null unique,
	idempotency_key uuid unique,
	facility_id uuid not null references facility,
	prisoner_id uuid not null references prisoner,
	booker_id uuid references visitor,
	booked_by uuid references officer,
	session_id uuid references visit_session,
	room_id uuid references room,
	-- The session's area or the room, unique across facilities. The non-association rule compares it.
	area text not null,
	-- The time that the family was given. When a session is moved, this follows when the review is resolved.
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	-- `ends_at`, plus the turnaround time in a room.
	blocked_until timestamptz not null,
	track text not null check (track in ('family', 'official')),
	setting text check (setting in ('private-room', 'hall', 'booth', 'outdoor', 'video')),
	state text not null check (state in ('held', 'expired', 'requested', 'confirmed', 'declined', 'checked-in', 'completed', 'cancelled', 'no-show', 'turned-away')),
	hold_until timestamptz,
	people integer not null check (people > 0),
	capacity_lifted boolean not null default false,
	lifted_codes text[] not null default '{}',
	lift_reason text,
	ask_for text[] not null default '{}',
	consents text[] not null default '{}',
	cancelled_by text check (cancelled_by in ('visitor', 'prisoner', 'prison')),
	reason text,
	created_at timestamptz not null,
	ended_at timestamptz,
	version integer not null default 0,
	check (num_nonnulls(session_id, room_id) = 1),
	check (num_nonnulls(booker_id, booked_by) >= 1),
	check (ends_at > starts_at and blocked_until >= ends_at),
	check (state <> 'held' or hold_until is not null),
	check ((state = 'cancelled') = (cancelled_by is not null)),
	constraint booking_prisoner_once_at_a_time exclude using gist (prisoner_id with =, tstzrange(starts_at, ends_at) with &&)
		where (state in ('held', 'requested', 'confirmed', 'checked-in')),
	constraint booking_room_once_at_a_time exclude using gist (room_id with =, tstzrange(starts_at, blocked_until) with &&)
		where (state in ('held', 'requested', 'confirmed', 'checked-in') and room_id is not null)
);
-- By end: calendars and rules only need bookings that are not over yet.
create index booking_prisoner_end on booking (prisoner_id, ends_at);
create index booking_stay on booking (prisoner_id, ends_at) where room_id is not null;
create index booking_session on booking (session_id);
create index booking_room on booking (room_id, starts_at) where room_id is not null;
create index booking_day on booking (facility_id, starts_at);
create index booking_area on booking (area, starts_at) where state in ('held', 'requested', 'confirmed', 'checked-in');
create index booking_booker on booking (booker_id, starts_at);
create index booking_hold on booking (hold_until) where state = 'held';
create index booking_request on booking (facility_id, created_at) where state = 'requested';

-- Triggers copy `live`, the times and the facility from the booking. The exclusion constraint allows a person one live booking
-- at a time, in any facility.
create table booking_visitor (
	booking_id uuid not null references booking,
	visitor_id uuid not null references visitor,
	live boolean not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	facility_id uuid not null references facility,
	primary key (booking_id, visitor_id),
	constraint booking_visitor_once_at_a_time exclude using gist (visitor_id with =, tstzrange(starts_at, ends_at) with &&)
		where (live)
);
create index booking_visitor_end on booking_visitor (visitor_id, ends_at);
create index booking_visitor_facility on booking_visitor (facility_id, visitor_id);

create function booking_is_live(state text) returns boolean language sql immutable parallel safe as
	$$ select state in ('held', 'requested', 'confirmed', 'checked-in') $$;

-- The allowed transitions. The domain's list of them must be equal; a test compares the two.
create function booking_step_allowed(old_state text, new_state text) returns boolean language sql immutable parallel safe as $$
	select old_state = new_state or (old_state, new_state) in (
		('held', 'expired'), ('held', 'requested'), ('held', 'confirmed'), ('held', 'cancelled'),
		('expired', 'requested'), ('expired', 'confirmed'),
		('requested', 'confirmed'), ('requested', 'declined'), ('requested', 'cancelled'),
		('confirmed', 'checked-in'), ('confirmed', 'cancelled'), ('confirmed', 'no-show'), ('confirmed', 'turned-away'),
		('checked-in', 'completed'))
$$;

create function booking_guard_step() returns trigger language plpgsql as $$
begin
	if not booking_step_allowed(old.state, new.state) then
		raise exception 'a booking that is % cannot become %', old.state, new.state
			using errcode = '23514', constraint = 'booking_step_allowed';
	end if;
	return new;
end $$;
create trigger booking_step before update of state on booking for each row execute function booking_guard_step();

create function booking_takes_place() returns trigger language plpgsql as $$
declare
	took boolean := tg_op <> 'INSERT' and old.session_id is not null and booking_is_live(old.state);
	takes boolean := tg_op <> 'DELETE' and new.session_id is not null and booking_is_live(new.state);
begin
	if took and takes and old.session_id = new.session_id and old.people = new.people then
		null;
	else
		if took then perform take_place(old.session_id, -1, -old.people, false); end if;
		if takes then perform take_place(new.session_id, 1, new.people, new.capacity_lifted); end if;
	end if;
	if tg_op = 'UPDATE' and (booking_is_live(old.state), old.starts_at, old.ends_at)
		is distinct from (booking_is_live(new.state), new.starts_at, new.ends_at) then
		update booking_visitor
			set live = booking_is_live(new.state), starts_at = new.starts_at, ends_at = new.ends_at
			where booking_id = new.id;
	end if;
	return null;
end $$;
create trigger booking_place after insert or delete or update of state, session_id, people, starts_at, ends_at on booking
	for each row execute function booking_takes_place();

create function booking_visitor_at_facility() returns trigger language plpgsql as $$
begin
	select facility_id into new.facility_id from booking where id = new.booking_id;
	return new;
end $$;
create trigger booking_visitor_facility before insert on booking_visitor
	for each row execute function booking_visitor_at_facility();

create function booking_moves_its_visitors() returns trigger language plpgsql as $$
begin
	update booking_visitor set facility_id = new.facility_id where booking_id = new.id;
	return null;
end $$;
create trigger booking_facility after update of facility_id on booking
	for each row when (old.facility_id <> new.facility_id) execute function booking_moves_its_visitors();

grant select, insert, update on booking, booking_visitor to samvaer_app;
