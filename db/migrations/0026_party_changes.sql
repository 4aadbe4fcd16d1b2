-- The party of a visit that stands may change: who comes with it is written anew, and its place is counted anew.

-- A change of the party alone takes or gives up people, never the group's own place.
create or replace function booking_takes_place() returns trigger language plpgsql as $$
declare
	took boolean := tg_op <> 'INSERT' and old.session_id is not null and booking_is_live(old.state);
	takes boolean := tg_op <> 'DELETE' and new.session_id is not null and booking_is_live(new.state);
begin
	if took and takes and old.session_id = new.session_id then
		if old.people <> new.people then
			perform take_place(new.session_id, 0, new.people - old.people, new.capacity_lifted);
		end if;
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

-- Security definer: the application's role deletes nobody from a record. Only from what is still to come somebody may leave.
create function leave_party(booking uuid, leaving uuid[]) returns void language sql security definer set search_path = public as $$
	delete from booking_visitor v using booking b
		where v.booking_id = $1 and v.visitor_id = any($2) and b.id = $1 and b.state in ('requested', 'confirmed')
$$;
revoke execute on function leave_party from public;
grant execute on function leave_party to samvaer_app;
