-- A protective order may have no end, or a clock that does not run while the prisoner serves (straffeloven § 57); and each restriction
-- says who recorded it and when, why, after whom, when it is looked at again, and why it was ended early.

alter table protective_order
	alter column to_at drop not null,
	add column clock_stopped boolean not null default false,
	add column order_reference text;

alter table court_restriction
	add column idempotency_key uuid unique,
	add column created_at timestamptz,
	add column created_by uuid references officer,
	add column reason text,
	add column source text check (source in ('court', 'police', 'prosecution', 'prison', 'person-concerned')),
	add column review_on date,
	add column ended_by uuid references officer,
	add column end_reason text;
alter table protective_order
	add column idempotency_key uuid unique,
	add column created_at timestamptz,
	add column created_by uuid references officer,
	add column reason text,
	add column source text check (source in ('court', 'police', 'prosecution', 'prison', 'person-concerned')),
	add column review_on date,
	add column ended_by uuid references officer,
	add column end_reason text;
alter table non_association
	add column reference text,
	add column idempotency_key uuid unique,
	add column created_at timestamptz,
	add column created_by uuid references officer,
	add column reason text,
	add column source text check (source in ('court', 'police', 'prosecution', 'prison', 'person-concerned')),
	add column review_on date,
	add column ended_by uuid references officer,
	add column end_reason text;
alter table ban
	add column if not exists created_at timestamptz,
	add column if not exists created_by uuid references officer,
	add column if not exists review_on date,
	add column if not exists ended_by uuid references officer,
	add column if not exists end_reason text;
