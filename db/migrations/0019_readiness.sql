-- Whether a process is ready to write is tried by writing. A row that is only changed needs no new space, so a full disk would
-- not be seen by it: something is spilled to the disk as well, and is gone when the statement ends.

create table readiness_probe (
	id smallint primary key check (id = 1),
	probed_at timestamptz not null
) with (fillfactor = 10);
insert into readiness_probe (id, probed_at) values (1, '-infinity');
grant select, update on readiness_probe to samvaer_app;

create function probe_write(at timestamptz) returns void
language plpgsql set work_mem = '64kB' as $$
begin
	update readiness_probe set probed_at = at where id = 1;
	-- About 300 kB in a temporary file.
	perform count(*) from generate_series(1, 15000);
end $$;
revoke execute on function probe_write from public;
grant execute on function probe_write to samvaer_app;
