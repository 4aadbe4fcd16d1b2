-- The waiting list: entries and offers.

create table waiting_list_entry (
	id uuid primary key,
	ref text not null unique,
	idempotency_key uuid unique,
	created_by uuid not null references visitor,
	prisoner_id uuid not null references prisoner,
	first_date date not null,
	last_date date not null,
	settings text[],
	ask_for text[] not null default '{}',
	far_travel boolean not null,
	state text not null check (state in ('open', 'fulfilled', 'withdrawn', 'lapsed')),
	created_at timestamptz not null,
	booking_id uuid references booking,
	check (last_date >= first_date)
);
create index waiting_list_entry_open on waiting_list_entry (prisoner_id) where state = 'open';
create index waiting_list_entry_created_by on waiting_list_entry (created_by);

create table waiting_list_entry_visitor (
	waiting_list_entry_id uuid not null references waiting_list_entry,
	visitor_id uuid not null references visitor,
	primary key (waiting_list_entry_id, visitor_id)
);

-- A place reserved for an entry until `until`. An open offer takes capacity, as a hold does.
create table waiting_list_offer (
	id uuid primary key,
	waiting_list_entry_id uuid not null references waiting_list_entry,
	session_id uuid not null references visit_session,
	people integer not null check (people > 0),
	offered_at timestamptz not null,
	until timestamptz not null,
	state text not null check (state in ('open', 'accepted', 'passed'))
);
create unique index waiting_list_offer_one_open on waiting_list_offer (waiting_list_entry_id) where state = 'open';
create index waiting_list_offer_due on waiting_list_offer (until) where state = 'open';
create index waiting_list_offer_session on waiting_list_offer (session_id);

create function waiting_list_offer_takes_place() returns trigger language plpgsql as $$
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
create trigger offer_place after insert or update of state on waiting_list_offer for each row execute function waiting_list_offer_takes_place();

grant select, insert, update on waiting_list_entry, waiting_list_offer to samvaer_app;
grant select, insert, delete on waiting_list_entry_visitor to samvaer_app;
