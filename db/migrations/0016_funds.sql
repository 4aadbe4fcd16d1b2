-- Phone funds: top-ups, refunds, disputes, phone credit, the ledger and reconciliation. Amounts are whole øre in NOK.

-- One payment by one payer for one prisoner. The columns follow Stripe and the ledger; `state` is derived from them.
create table top_up (
	id uuid primary key,
	ref text not null unique,
	idempotency_key uuid unique,
	payer_id uuid not null references visitor,
	prisoner_id uuid not null references prisoner,
	-- Where the prisoner was when it was started; that facility's policy applied.
	facility_id uuid not null references facility,
	ore bigint not null check (ore > 0),
	state text not null check (state in ('started', 'paid', 'credited', 'abandoned', 'refunded', 'disputed')),
	started_at timestamptz not null,
	-- When Stripe's page closes, by the real clock. The same at each attempt to open it.
	checkout_until timestamptz not null,
	checkout_id text unique,
	checkout_url text,
	payment_id text unique,
	charge_id text unique,
	paid_at timestamptz,
	credited_at timestamptz,
	abandoned_at timestamptz,
	-- Refunded by itself when it is paid but not credited by then.
	refund_by timestamptz,
	refunded_ore bigint not null default 0 check (refunded_ore >= 0),
	disputed_ore bigint not null default 0 check (disputed_ore >= 0),
	-- When Stripe is polled for the payment's state; null when there is nothing to poll for.
	next_poll_at timestamptz,
	polls integer not null default 0,
	-- An officer holds it back from being credited.
	held_by uuid references officer,
	held_at timestamptz,
	hold_reason text,
	-- A retry at Stripe must repeat the first request exactly, whatever language the form is sent in by then.
	checkout_language text not null default 'nb' check (checkout_language in ('nb', 'en')),
	constraint top_up_returns_at_most_what_was_paid check (refunded_ore + disputed_ore <= ore),
	check (paid_at is not null or credited_at is null and refunded_ore = 0 and disputed_ore = 0),
	check ((paid_at is null) = (refund_by is null)),
	check (num_nonnulls(held_by, held_at, hold_reason) in (0, 3))
);
create index top_up_prisoner on top_up (prisoner_id, started_at);
create index top_up_payer on top_up (payer_id, started_at);
create index top_up_next_poll on top_up (next_poll_at) where next_poll_at is not null;
create index top_up_waiting on top_up (refund_by) where paid_at is not null and credited_at is null;
create index top_up_started on top_up (started_at, id);
create index top_up_paid on top_up (paid_at) where paid_at is not null;
create index top_up_held on top_up (prisoner_id) where held_at is not null;

-- The allowed transitions. The domain's list of them must be equal; a test compares the two. A top-up that was abandoned may
-- still turn out to be paid. A dispute that is won and a refund that fails lead back.
create function top_up_step_allowed(old_state text, new_state text) returns boolean language sql immutable parallel safe as $$
	select old_state = new_state or (old_state, new_state) in (
		('started', 'paid'), ('started', 'abandoned'), ('abandoned', 'paid'),
		('paid', 'credited'), ('paid', 'refunded'), ('paid', 'disputed'),
		('credited', 'refunded'), ('credited', 'disputed'),
		('refunded', 'paid'), ('refunded', 'credited'), ('refunded', 'disputed'),
		('disputed', 'paid'), ('disputed', 'credited'), ('disputed', 'refunded'))
$$;
create function top_up_guard_step() returns trigger language plpgsql as $$
begin
	if not top_up_step_allowed(old.state, new.state) then
		raise exception 'a top-up that is % cannot become %', old.state, new.state
			using errcode = '23514', constraint = 'top_up_step_allowed';
	end if;
	if (old.payer_id, old.prisoner_id, old.ore) is distinct from (new.payer_id, new.prisoner_id, new.ore) then
		raise exception 'what was agreed to be paid does not change' using errcode = '23514', constraint = 'top_up_fixed';
	end if;
	return new;
end $$;
create trigger top_up_step before update on top_up for each row execute function top_up_guard_step();

-- A refund to the payer, whole or in part. What was proposed is carried out unchanged.
create table refund (
	id uuid primary key,
	ref text not null unique,
	idempotency_key uuid unique,
	top_up_id uuid not null references top_up,
	prisoner_id uuid not null references prisoner,
	ore bigint not null check (ore > 0),
	cause text not null check (cause in ('officer', 'released', 'barred', 'phone-refused', 'waited-too-long', 'at-stripe')),
	reason text,
	-- proposed -> due -> sent; due or sent -> failed. proposed -> declined or lapsed.
	state text not null check (state in ('proposed', 'declined', 'lapsed', 'due', 'sent', 'failed')),
	needs_second boolean not null,
	proposed_by uuid references officer,
	proposed_at timestamptz not null,
	decided_by uuid references officer,
	decided_at timestamptz,
	stripe_id text unique,
	sent_at timestamptz,
	failed_at timestamptz,
	try_at timestamptz,
	tries integer not null default 0,
	last_error text,
	check ((cause = 'officer') = (proposed_by is not null)),
	check (cause <> 'officer' or reason is not null),
	constraint refund_decided_by_another check (decided_by <> proposed_by),
	constraint refund_takes_a_second check (not needs_second or state in ('proposed', 'lapsed') or decided_by is not null),
	check (state <> 'proposed' or needs_second),
	check (state <> 'sent' or stripe_id is not null)
);
create index refund_top_up on refund (top_up_id);
create index refund_try on refund (try_at) where state = 'due';
create index refund_proposed on refund (proposed_at) where state = 'proposed';
create function refund_guard() returns trigger language plpgsql as $$
begin
	if (old.top_up_id, old.prisoner_id, old.ore, old.cause, old.reason, old.needs_second, old.proposed_by)
		is distinct from (new.top_up_id, new.prisoner_id, new.ore, new.cause, new.reason, new.needs_second, new.proposed_by) then
		raise exception 'a refund is done as it was proposed' using errcode = '23514', constraint = 'refund_fixed';
	end if;
	if old.state <> new.state and (old.state, new.state) not in (('proposed', 'due'), ('proposed', 'declined'),
		('proposed', 'lapsed'), ('due', 'sent'), ('due', 'failed'), ('sent', 'failed')) then
		raise exception 'a refund that is % cannot become %', old.state, new.state
			using errcode = '23514', constraint = 'refund_step_allowed';
	end if;
	return new;
end $$;
create trigger refund_fixed before update on refund for each row execute function refund_guard();

-- The payer's bank withdraws a payment while it investigates.
create table dispute (
	id uuid primary key,
	stripe_id text not null unique,
	top_up_id uuid not null references top_up,
	prisoner_id uuid not null references prisoner,
	-- What Stripe withdrew, and how much of it is debited to the prisoner's account now.
	ore bigint not null check (ore > 0),
	debited_ore bigint not null default 0 check (debited_ore between 0 and ore),
	state text not null check (state in ('open', 'won', 'lost')),
	opened_at timestamptz not null,
	ended_at timestamptz,
	steps integer not null default 0,
	check ((state = 'open') = (ended_at is null)),
	check (state <> 'won' or debited_ore = 0)
);
create index dispute_top_up on dispute (top_up_id);

-- Credit to be sent to the phone system, once per row id; a negative amount withdraws credit.
create table phone_credit (
	id uuid primary key,
	top_up_id uuid not null references top_up,
	prisoner_id uuid not null references prisoner,
	ore bigint not null check (ore <> 0),
	-- The payment itself, or a later adjustment of it.
	first boolean not null,
	state text not null check (state in ('due', 'accepted', 'refused', 'withdrawn')),
	created_at timestamptz not null,
	try_at timestamptz not null,
	tries integer not null default 0,
	-- Refunded meanwhile: if the phone system accepts the credit after all, this much is withdrawn again.
	recalled_ore bigint not null default 0,
	answered_at timestamptz
);
create unique index phone_credit_first on phone_credit (top_up_id) where first;
create index phone_credit_try on phone_credit (try_at) where state = 'due';

-- A call that the phone system reported, once per call id.
create table phone_call (
	id uuid primary key,
	call_id text not null unique,
	prisoner_id uuid not null references prisoner,
	facility_id uuid not null references facility,
	minutes integer not null check (minutes > 0),
	ore_per_minute integer not null check (ore_per_minute >= 0),
	-- What the account covered, and what it did not.
	ore bigint not null check (ore >= 0),
	uncovered_ore bigint not null check (uncovered_ore >= 0),
	ended_at timestamptz not null,
	reported_at timestamptz not null,
	check (ore + uncovered_ore = minutes::bigint * ore_per_minute)
);
create index phone_call_prisoner on phone_call (prisoner_id, ended_at);

-- The ledger: double entry, append-only. Each transaction names its cause and sums to zero.
create table ledger_transaction (
	id uuid primary key,
	kind text not null check (kind in ('paid', 'refund', 'refund-reversed', 'dispute', 'dispute-returned', 'usage')),
	-- The top-up, refund, dispute or call. A dispute may be recorded in steps, everything else once.
	cause_id uuid not null,
	step integer not null default 0,
	prisoner_id uuid not null references prisoner,
	at timestamptz not null,
	constraint ledger_once_for_each_cause unique (kind, cause_id, step),
	check (step = 0 or kind in ('dispute', 'dispute-returned'))
);
create index ledger_transaction_prisoner on ledger_transaction (prisoner_id, at);
create index ledger_transaction_cause on ledger_transaction (cause_id);

create table ledger_entry (
	transaction_id uuid not null references ledger_transaction,
	account text not null check (account in ('stripe-clearing', 'refunds', 'phone-usage', 'disputes') or account like 'prisoner:_%'),
	ore bigint not null check (ore <> 0),
	primary key (transaction_id, account)
);
create index ledger_entry_account on ledger_entry (account);

-- The sum of a prisoner's entries. Verified against them each night.
create table phone_account (
	account text primary key,
	prisoner_id uuid not null unique references prisoner,
	ore bigint not null
);
create index phone_account_left on phone_account (prisoner_id) where ore > 0;

create trigger ledger_transaction_append_only before update or delete on ledger_transaction for each row execute function refuse_change();
create trigger ledger_transaction_no_truncate before truncate on ledger_transaction for each statement execute function refuse_change();
create trigger ledger_entry_append_only before update or delete on ledger_entry for each row execute function refuse_change();
create trigger ledger_entry_no_truncate before truncate on ledger_entry for each statement execute function refuse_change();

-- Security definer: the application's role cannot write a balance itself.
create function ledger_keeps_balance() returns trigger language plpgsql security definer set search_path = public as $$
begin
	insert into phone_account (account, prisoner_id, ore)
		select new.account, prisoner_id, new.ore from ledger_transaction where id = new.transaction_id
		on conflict (account) do update set ore = phone_account.ore + excluded.ore;
	return null;
end $$;
create trigger ledger_balance after insert on ledger_entry for each row when (new.account like 'prisoner:%')
	execute function ledger_keeps_balance();

create function ledger_sums_to_zero(booked uuid) returns void language plpgsql as $$
begin
	if (select count(*) < 2 or sum(ore) <> 0 from ledger_entry where transaction_id = booked) then
		raise exception 'a transaction of the books does not sum to zero'
			using errcode = '23514', constraint = 'ledger_sums_to_zero';
	end if;
end $$;
create function ledger_checks_entry() returns trigger language plpgsql as $$
begin
	perform ledger_sums_to_zero(new.transaction_id);
	return null;
end $$;
create function ledger_checks_transaction() returns trigger language plpgsql as $$
begin
	perform ledger_sums_to_zero(new.id);
	return null;
end $$;
create constraint trigger ledger_entry_sum after insert on ledger_entry deferrable initially deferred
	for each row execute function ledger_checks_entry();
create constraint trigger ledger_transaction_sum after insert on ledger_transaction deferrable initially deferred
	for each row execute function ledger_checks_transaction();

-- Each Stripe event, once; written in the same transaction as its effect.
create table stripe_event (
	id text primary key,
	type text not null,
	object_id text,
	top_up_id uuid references top_up,
	created_at timestamptz not null,
	received_at timestamptz not null,
	-- Received as a webhook, or found missing by the reconciliation.
	came_by text not null check (came_by in ('webhook', 'reconciliation'))
);
create index stripe_event_received on stripe_event (received_at);

create table reconciliation (
	id uuid primary key,
	-- The local date of the run.
	day date not null,
	from_at timestamptz not null,
	until_at timestamptz not null,
	ran_at timestamptz not null,
	events integer not null,
	movements integer not null,
	discrepancies integer not null,
	-- Null for the daily run; there is one a day.
	run_by uuid references officer
);
create unique index reconciliation_of_the_day on reconciliation (day) where run_by is null;
create index reconciliation_ran on reconciliation (ran_at);

-- A discrepancy between Stripe, the ledger and the phone system, open until it is resolved.
create table discrepancy (
	id uuid primary key,
	ref text not null unique,
	kind text not null check (kind in ('payment-mismatch', 'missed-event', 'only-at-stripe', 'only-in-ledger', 'amount-differs',
		'refund-failed', 'returned-twice', 'phone-differs', 'phone-silent', 'call-uncovered', 'balance-differs', 'sum-differs')),
	-- The outside name of what it is about, so that it is recorded once.
	subject text not null,
	top_up_id uuid references top_up,
	prisoner_id uuid references prisoner,
	stripe_ore bigint,
	ledger_ore bigint,
	found_at timestamptz not null,
	ended_at timestamptz,
	ended_by uuid references officer,
	-- Repaired by the reconciliation, or explained in an officer's note.
	resolution text check (resolution in ('repaired', 'explained')),
	note text,
	constraint discrepancy_once unique (kind, subject),
	check ((ended_at is null) = (resolution is null)),
	check (resolution <> 'explained' or ended_by is not null and note is not null)
);
create index discrepancy_open on discrepancy (found_at) where ended_at is null;
create index discrepancy_top_up on discrepancy (top_up_id);

-- An alert about an unusual pattern of payments that an officer has acknowledged, with the count at that time. It is shown again
-- when there are more.
create table alert_acknowledgement (
	id uuid primary key,
	facility_id uuid not null references facility,
	pattern text not null check (pattern in ('many-payers-to-one', 'one-payer-to-many', 'often-in-a-week')),
	payer_id uuid references visitor,
	prisoner_id uuid references prisoner,
	count integer not null check (count > 0),
	acknowledged_by uuid not null references officer,
	acknowledged_at timestamptz not null,
	note text not null check (note <> ''),
	check (num_nonnulls(payer_id, prisoner_id) > 0)
);
create index alert_acknowledgement_facility on alert_acknowledgement (facility_id, acknowledged_at);

grant select, insert, update on top_up, refund, dispute, phone_credit, discrepancy to samvaer_app;
grant select, insert on phone_call, alert_acknowledgement, ledger_transaction, ledger_entry, stripe_event, reconciliation to samvaer_app;
grant select on phone_account to samvaer_app;
