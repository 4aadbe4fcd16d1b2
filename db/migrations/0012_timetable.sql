-- The timetable: weekly templates, the dated visit sessions created from them, rooms and closures.

create table session_template (
	id uuid primary key,
	ref text not null unique,
	facility_id uuid not null references facility,
	name text not null,
	weekday integer not null check (weekday between 1 and 7),
	-- Wall time in Europe/Oslo, so daylight saving does not move it.
	start_time text not null check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	minutes integer not null check (minutes between 5 and 1440),
	every_weeks integer not null check (every_weeks between 1 and 52),
	valid_from date not null,
	valid_to date,
	setting text not null check (setting in ('private-room', 'hall', 'booth', 'outdoor', 'video')),
	area text not null,
	provides text[] not null check (provides <@ array['watched', 'overheard', 'no-touch', 'glass', 'language']),
	groups integer not null check (groups > 0),
	people integer check (people > 0),
	units text[],
	security_levels text[],
	legal_statuses text[],
	track text not null check (track in ('family', 'official')),
	approval text check (approval in ('instant', 'request')),
	check (valid_to is null or valid_to >= valid_from),
	check (track = 'family' or not provides && array['overheard', 'language'])
);
create index session_template_facility on session_template (facility_id);

create table visit_session (
	id uuid primary key,
	ref text not null unique,
	facility_id uuid not null references facility,
	template_id uuid references session_template,
	template_date date,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	setting text not null check (setting in ('private-room', 'hall', 'booth', 'outdoor', 'video')),
	area text not null,
	provides text[] not null check (provides <@ array['watched', 'overheard', 'no-touch', 'glass', 'language']),
	groups integer not null check (groups >= 0),
	people integer check (people >= 0),
	units text[],
	security_levels text[],
	legal_statuses text[],
	track text not null check (track in ('family', 'official')),
	approval text check (approval in ('instant', 'request')),
	-- Maintained by the triggers on bookings and offers. `lifted_…` is how far officers have gone above the capacity; it is
	-- never higher than needed.
	taken_groups integer not null default 0 check (taken_groups >= 0),
	taken_people integer not null default 0 check (taken_people >= 0),
	lifted_groups integer not null default 0 check (lifted_groups >= 0),
	lifted_people integer not null default 0 check (lifted_people >= 0),
	unique (template_id, template_date),
	check (ends_at > starts_at),
	check ((template_id is null) = (template_date is null)),
	check (track = 'family' or not provides && array['overheard', 'language']),
	constraint visit_session_groups_within_capacity check (taken_groups <= groups + lifted_groups),
	constraint visit_session_people_within_capacity check (people is null or taken_people <= people + lifted_people)
);
create index visit_session_timetable on visit_session (facility_id, starts_at);

-- Takes places in a session, or returns them with negative counts. In PL/pgSQL, so that each connection keeps the plan.
create function take_place(session uuid, by_groups integer, by_people integer, lifting boolean) returns void
language plpgsql as $$
begin
	update visit_session set
		taken_groups = taken_groups + by_groups,
		taken_people = taken_people + by_people,
		lifted_groups = case when lifting then greatest(lifted_groups, taken_groups + by_groups - groups)
			else least(lifted_groups, greatest(taken_groups + by_groups - groups, case when by_groups > 0 then lifted_groups else 0 end)) end,
		lifted_people = case when people is null then 0
			when lifting then greatest(lifted_people, taken_people + by_people - people)
			else least(lifted_people, greatest(taken_people + by_people - people, case when by_people > 0 then lifted_people else 0 end)) end
	where id = session;
end $$;

create table room (
	id uuid primary key,
	ref text not null unique,
	facility_id uuid not null references facility,
	name text not null,
	kind text not null check (kind in ('play-room', 'family-room', 'outdoor-area', 'visiting-house', 'visiting-flat')),
	people integer not null check (people > 0),
	provides text[] not null check (provides <@ array['watched', 'overheard', 'no-touch', 'glass', 'language']),
	min_hours integer not null check (min_hours > 0),
	max_hours integer not null,
	turnaround_minutes integer not null check (turnaround_minutes >= 0),
	units text[],
	security_levels text[],
	legal_statuses text[],
	opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	closes text not null check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
	needs_consents text[] not null check (needs_consents <@ array['guardian', 'child-welfare', 'children-officer']),
	-- Text keys: toys, changing-table, wheelchair, kitchen …
	features text[] not null default '{}',
	check (max_hours >= min_hours)
);
create index room_facility on room (facility_id);

-- Both dates are included. A closure of one session has no dates. `ended_at` is set when the closure is lifted.
create table closure (
	id uuid primary key,
	ref text not null unique,
	facility_id uuid not null references facility,
	first_date date,
	last_date date,
	unit text,
	room_id uuid references room,
	session_id uuid references visit_session,
	reason text not null,
	created_by uuid references officer,
	created_at timestamptz not null,
	ended_at timestamptz,
	check (last_date >= first_date),
	check (first_date is not null or session_id is not null)
);
create index closure_facility on closure (facility_id, last_date) where ended_at is null;
create index closure_session on closure (session_id) where session_id is not null;

-- The transactions that have changed a facility's timetable, apart from how many places are taken. The application keeps a
-- timetable in memory while this set, as a reader's snapshot sees it, stays the same (docs/decisions/0014). There is no lock and
-- no counter, so officers who change different sessions do not wait for one another. The application deletes no session.
create table timetable_change (
	facility_id uuid not null,
	transaction xid8 not null default pg_current_xact_id(),
	primary key (facility_id, transaction)
);

create function note_timetable_change() returns trigger language plpgsql as $$
begin
	insert into timetable_change (facility_id) values (new.facility_id) on conflict do nothing;
	if tg_op = 'UPDATE' and old.facility_id <> new.facility_id then
		insert into timetable_change (facility_id) values (old.facility_id) on conflict do nothing;
	end if;
	return null;
end $$;
create trigger visit_session_change after insert on visit_session for each row execute function note_timetable_change();
-- Not `taken_…` and `lifted_…`: bookings write those, and must not pay for this trigger.
create trigger visit_session_rewrite after update of id, ref, facility_id, template_id, template_date, starts_at, ends_at,
	setting, area, provides, groups, people, units, security_levels, legal_statuses, track, approval
	on visit_session for each row execute function note_timetable_change();

grant select, insert, update on session_template, visit_session, room, closure to samvaer_app;
grant select, insert on timetable_change to samvaer_app;
