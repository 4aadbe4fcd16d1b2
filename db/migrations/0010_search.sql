-- What the officers' search asks: who has been at a facility, by one indexed look for each person.

-- The facility of the booking, kept beside each of its visitors, so that no booking need be opened to find it.
alter table booking_visitor add column facility_id uuid references facility;
update booking_visitor v set facility_id = b.facility_id from booking b where b.id = v.booking_id;
alter table booking_visitor alter column facility_id set not null;
create index booking_visitor_facility on booking_visitor (facility_id, visitor_id);

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

create index visitor_born on visitor (born);
create index prisoner_born on prisoner (born);
