-- The officers' side of the money: comparisons asked for by hand, and what an officer has looked at.

-- One a day is made by itself; an officer may ask for more.
alter table reconciliation drop constraint reconciliation_day_key;
alter table reconciliation add column run_by uuid references officer;
create unique index reconciliation_of_the_day on reconciliation (day) where run_by is null;
create index reconciliation_ran on reconciliation (ran_at);

-- An unusual pattern of payments that an officer has looked at, and how many there were then: more of it is shown again.
create table pattern_look (
	id uuid primary key,
	facility_id uuid not null references facility,
	pattern text not null check (pattern in ('many-payers-to-one', 'one-payer-to-many', 'often-in-a-week')),
	payer_id uuid references visitor,
	prisoner_id uuid references prisoner,
	count integer not null check (count > 0),
	looked_by uuid not null references officer,
	looked_at timestamptz not null,
	note text not null check (note <> ''),
	check (num_nonnulls(payer_id, prisoner_id) > 0)
);
create index pattern_look_facility on pattern_look (facility_id, looked_at);

grant select, insert on pattern_look to samvaer_app;
