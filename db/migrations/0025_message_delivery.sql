-- What became of a message is kept as it is: taken by the mail server, or not delivered, and why.

alter table message
	add column undelivered text check (undelivered in ('refused', 'gave-up', 'no-address', 'superseded', 'not-theirs')),
	-- Until when it is tried.
	add column give_up_at timestamptz;
update message set give_up_at = due_at + interval '3 days', undelivered =
	case when dead_at is null then null when last_error like 'not mailed: %' then substr(last_error, 13) else 'gave-up' end;
alter table message
	alter column give_up_at set not null,
	add constraint message_undelivered check ((dead_at is null) = (undelivered is null));

-- Since when the visitor's present address takes no mail.
alter table visitor add column email_failed_at timestamptz, add check (email is not null or email_failed_at is null);
