-- The application's role may do what its deeds need and no more: it owns nothing, and the audit trail only grows.

do $$
begin
	if not exists (select from pg_roles where rolname = 'samvaer_app') then
		raise exception 'The role samvaer_app must exist before the migrations run' using hint = 'See docs/operations.md';
	end if;
end $$;

grant usage on schema public to samvaer_app;
grant select, insert, update on
	facility, unit, facility_policy, prisoner, visitor, officer, application, application_check, decision, permit,
	court_restriction, ban, protective_order, keep_apart, session_template, visit_session, room, closure, booking,
	booking_visitor, review, wish, wish_offer, message
	to samvaer_app;
grant select, insert, delete on guardianship, officer_role, officer_relation, wish_visitor to samvaer_app;
grant select, insert, update, delete on sign_in, web_session to samvaer_app;
grant select, insert on audit to samvaer_app;
-- The application asks whether the database is as new as itself.
grant select on schema_migration to samvaer_app;
