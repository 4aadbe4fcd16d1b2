-- A person's bookings are looked for by when they end, on every calendar and at every booking: the part behind them, which only
-- grows, is then not read at all. What used the old indexes uses their first column.

create index booking_prisoner_end on booking (prisoner_id, ends_at);
drop index booking_prisoner;
create index booking_stay on booking (prisoner_id, ends_at) where room_id is not null;

create index booking_visitor_end on booking_visitor (visitor_id, ends_at);
drop index booking_visitor_visitor;

-- Which transactions have changed a facility's timetable, beyond how much of it is taken. The application keeps a timetable in
-- memory for as long as the set of these, as a reader's snapshot sees it, is the same; see docs/decisions/0014. It has no lock
-- and no counter: two officers who change two sessions do not wait for one another. The application deletes no session.
create table timetable_change (
	facility_id uuid not null,
	transaction xid8 not null default pg_current_xact_id(),
	primary key (facility_id, transaction)
);
grant select, insert on timetable_change to samvaer_app;

create function note_timetable_change() returns trigger language plpgsql as $$
begin
	insert into timetable_change (facility_id) values (new.facility_id) on conflict do nothing;
	if tg_op = 'UPDATE' and old.facility_id <> new.facility_id then
		insert into timetable_change (facility_id) values (old.facility_id) on conflict do nothing;
	end if;
	return null;
end $$;
create trigger visit_session_change after insert on visit_session for each row execute function note_timetable_change();
-- Whatever a booking does not write: `taken_…` and `lifted_…` are left out, and a booking pays nothing for it.
create trigger visit_session_rewrite after update of id, ref, facility_id, template_id, template_date, starts_at, ends_at,
	setting, area, provides, groups, people, units, security_levels, legal_statuses, track, approval
	on visit_session for each row execute function note_timetable_change();
