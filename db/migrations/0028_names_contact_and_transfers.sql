-- Names fold as app/domain/fold-name.ts folds them now: Sámi letters, and the apostrophes that are letters to Unicode.
create function pg_temp.folded_now(folded text) returns text language sql immutable as $$
	select replace(replace(replace(replace(
		regexp_replace(translate(folded, 'ŋŧǥʒħĸ', 'ntgzhk'), '[\u02b0-\u02ff\u0640]', '', 'g'),
		'aa', 'a'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
$$;
update prisoner set folded_name = pg_temp.folded_now(folded_name) where folded_name ~ '[ŋŧǥʒħĸ\u02b0-\u02ff\u0640]';
update visitor set folded_name = pg_temp.folded_now(folded_name) where folded_name ~ '[ŋŧǥʒħĸ\u02b0-\u02ff\u0640]';
drop function pg_temp.folded_now;

-- Phone numbers are kept in E.164: see app/forms/visitors/phone-number.server.ts. What is no such number is left as it was typed.
update visitor set phone = '+47' || phone where phone ~ '^[2-9][0-9]{7}$';
update visitor set phone = '+' || phone where phone ~ '^47[2-9][0-9]{7}$';
update visitor set phone = '+' || substr(phone, 3) where phone ~ '^00[1-9][0-9]{6,12}$';

-- Where a prisoner was before: the facility that they left, and since when. A call belongs to the prison where it took place,
-- whenever it is told.
create table prisoner_transfer (
	id uuid primary key,
	prisoner_id uuid not null references prisoner,
	from_facility_id uuid not null references facility,
	to_facility_id uuid not null references facility,
	at timestamptz not null,
	check (from_facility_id <> to_facility_id)
);
create index prisoner_transfer_prisoner on prisoner_transfer (prisoner_id, at, id);
grant select, insert on prisoner_transfer to samvaer_app;

insert into prisoner_transfer (id, prisoner_id, from_facility_id, to_facility_id, at)
	select gen_random_uuid(), a.subject_id, f.id, t.id, a.at from audit a
		join facility f on f.id::text = a.detail ->> 'from' join facility t on t.id::text = a.detail ->> 'to'
	where a.action = 'prisoner.transfer' and f.id <> t.id;

-- What a call had no money for is between that prison and its phone system.
alter table discrepancy add column facility_id uuid references facility;
update discrepancy d set facility_id = c.facility_id from phone_call c where d.kind = 'call-uncovered' and c.call_id = d.subject;
