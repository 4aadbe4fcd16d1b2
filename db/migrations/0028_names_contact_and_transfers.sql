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
