-- A confirmed visit is reminded of before it begins: `remind_at` is when next.

alter table booking add column remind_at timestamptz;
-- The same hours as app/domain/bookings/reminders.ts. What is long past is left out by the worker.
update booking set remind_at = (
	select min(reminder) from (values (7, time '09:00'), (2, time '09:00'), (0, time '07:00')) as planned (days_before, hour),
		lateral (select ((starts_at at time zone 'Europe/Oslo')::date - days_before + hour) at time zone 'Europe/Oslo') as at (reminder)
	where reminder > created_at and reminder < starts_at)
	where state = 'confirmed';
create index booking_remind on booking (remind_at) where state = 'confirmed' and remind_at is not null;
