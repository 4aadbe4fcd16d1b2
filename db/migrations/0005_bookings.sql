-- Bookings with their party, reviews, the waiting list. Capacity and overlap are guarded here for whoever writes.

create table booking (
	id uuid primary key,
	ref text not null unique,
	-- What the pass shows and the gate asks for.
	code text not null unique,
	-- The form's own key: a form sent twice makes one booking.
	form_key uuid unique,
	facility_id uuid not null references facility,
	prisoner_id uuid not null references prisoner,
	booker_id uuid references visitor,
	booked_by uuid references officer,
	session_id uuid references visit_session,
	room_id uuid references room,
	-- The session's area or the room, unique over all facilities: what keep-apart compares.
	area text not null,
	-- The time that the family was told. When a session moves, it follows once an officer has ended the review.
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	-- A room is blocked for its turn-around after the stay.
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
	made_at timestamptz not null,
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
create index booking_prisoner on booking (prisoner_id, starts_at);
create index booking_session on booking (session_id);
create index booking_room on booking (room_id, starts_at) where room_id is not null;
create index booking_day on booking (facility_id, starts_at);
create index booking_area on booking (area, starts_at) where state in ('held', 'requested', 'confirmed', 'checked-in');
create index booking_booker on booking (booker_id, starts_at);
create index booking_hold on booking (hold_until) where state = 'held';
create index booking_request on booking (facility_id, made_at) where state = 'requested';

-- `live` and the times follow the booking by trigger; the exclusion keeps one person in one place at a time, everywhere.
create table booking_visitor (
	booking_id uuid not null references booking,
	visitor_id uuid not null references visitor,
	live boolean not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	primary key (booking_id, visitor_id),
	constraint booking_visitor_once_at_a_time exclude using gist (visitor_id with =, tstzrange(starts_at, ends_at) with &&)
		where (live)
);
create index booking_visitor_visitor on booking_visitor (visitor_id, starts_at);

create function booking_is_live(state text) returns boolean language sql immutable parallel safe as
	$$ select state in ('held', 'requested', 'confirmed', 'checked-in') $$;

-- The steps a booking may take: app/domain/booking/booking.ts says the same, and a test compares the two.
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

create function take_place(session uuid, by_groups integer, by_people integer, lifting boolean) returns void language sql as $$
	update visit_session set
		taken_groups = taken_groups + by_groups,
		taken_people = taken_people + by_people,
		lifted_groups = case when lifting then greatest(lifted_groups, taken_groups + by_groups - groups)
			else least(lifted_groups, greatest(taken_groups + by_groups - groups, case when by_groups > 0 then lifted_groups else 0 end)) end,
		lifted_people = case when people is null then 0
			when lifting then greatest(lifted_people, taken_people + by_people - people)
			else least(lifted_people, greatest(taken_people + by_people - people, case when by_people > 0 then lifted_people else 0 end)) end
	where id = session
$$;

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

-- An officer is asked to look at a booking again. One row for each booking and cause.
create table review (
	id uuid primary key,
	ref text not null unique,
	booking_id uuid not null references booking,
	cause text not null check (cause in ('prisoner-transferred', 'prisoner-released', 'custody-out', 'unit-changed',
		'security-level-changed', 'court-restriction-added', 'court-restriction-ended', 'permit-changed', 'visitor-banned',
		'protective-order-added', 'keep-apart-added', 'session-changed', 'closure-added', 'recheck-overdue')),
	-- What caused it (a restriction, a closure, a session …), so that the same event never opens it twice.
	cause_id uuid not null,
	facility_id uuid not null references facility,
	owner_id uuid references officer,
	opened_at timestamptz not null,
	ended_at timestamptz,
	ending text check (ending in ('kept', 'moved', 'cancelled', 'cause-gone', 'pair-settled')),
	ended_by uuid references officer,
	check ((ended_at is null) = (ending is null))
);
create unique index review_open_once on review (booking_id, cause, cause_id) where ended_at is null;
create index review_open on review (facility_id, opened_at) where ended_at is null;
create index review_booking on review (booking_id);

create table wish (
	id uuid primary key,
	ref text not null unique,
	form_key uuid unique,
	made_by uuid not null references visitor,
	prisoner_id uuid not null references prisoner,
	first_date date not null,
	last_date date not null,
	settings text[],
	ask_for text[] not null default '{}',
	far_travel boolean not null,
	state text not null check (state in ('open', 'met', 'withdrawn', 'lapsed')),
	made_at timestamptz not null,
	booking_id uuid references booking,
	check (last_date >= first_date)
);
create index wish_open on wish (prisoner_id) where state = 'open';
create index wish_made_by on wish (made_by);

create table wish_visitor (
	wish_id uuid not null references wish,
	visitor_id uuid not null references visitor,
	primary key (wish_id, visitor_id)
);

-- A place kept for a wish until `until`. An open one takes capacity like a hold.
create table wish_offer (
	id uuid primary key,
	wish_id uuid not null references wish,
	session_id uuid not null references visit_session,
	people integer not null check (people > 0),
	offered_at timestamptz not null,
	until timestamptz not null,
	state text not null check (state in ('open', 'accepted', 'passed'))
);
create unique index wish_offer_one_open on wish_offer (wish_id) where state = 'open';
create index wish_offer_due on wish_offer (until) where state = 'open';
create index wish_offer_session on wish_offer (session_id);

create function offer_takes_place() returns trigger language plpgsql as $$
begin
	if tg_op = 'INSERT' then
		if new.state = 'open' then perform take_place(new.session_id, 1, new.people, false); end if;
	elsif old.state = 'open' and new.state <> 'open' then
		perform take_place(old.session_id, -1, -old.people, false);
	elsif old.state <> new.state then
		raise exception 'an offer that is % cannot become %', old.state, new.state using errcode = '23514';
	end if;
	return null;
end $$;
create trigger offer_place after insert or update of state on wish_offer for each row execute function offer_takes_place();
