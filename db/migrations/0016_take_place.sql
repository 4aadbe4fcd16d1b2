-- A place is taken and given back by every booking. In SQL the function was parsed and planned anew at each call, because it cannot
-- be written into the statement that calls it; in PL/pgSQL its plan is kept by the connection. It does the same.

create or replace function take_place(session uuid, by_groups integer, by_people integer, lifting boolean) returns void
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
