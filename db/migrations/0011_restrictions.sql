-- Court restrictions, bans, protective orders and non-associations.

create table court_restriction (
	id uuid primary key,
	ref text not null unique,
	prisoner_id uuid not null references prisoner,
	type text not null check (type in ('visit-ban', 'police-control', 'phone-ban', 'letter-ban', 'isolation')),
	order_reference text not null,
	from_at timestamptz not null,
	to_at timestamptz not null,
	excepted_visitor_ids uuid[] not null default '{}',
	covers_official boolean not null,
	check (to_at >= from_at)
);
create index court_restriction_prisoner on court_restriction (prisoner_id, to_at);
create index court_restriction_end on court_restriction (to_at);

-- In all facilities when facility_id is null.
create table ban (
	id uuid primary key,
	ref text not null unique,
	visitor_id uuid not null references visitor,
	facility_id uuid references facility,
	from_at timestamptz not null,
	to_at timestamptz not null,
	reason text not null,
	check (to_at >= from_at)
);
create index ban_visitor on ban (visitor_id, to_at);
create index ban_end on ban (to_at);

create table protective_order (
	id uuid primary key,
	ref text not null unique,
	visitor_id uuid not null references visitor,
	prisoner_id uuid not null references prisoner,
	from_at timestamptz not null,
	to_at timestamptz not null,
	check (to_at >= from_at)
);
create index protective_order_visitor on protective_order (visitor_id, to_at);
create index protective_order_prisoner on protective_order (prisoner_id, to_at);
create index protective_order_end on protective_order (to_at);

-- Two prisoners, or two visitors, who must not be in the same area at the same time. The smaller id comes first.
create table non_association (
	id uuid primary key,
	ref text not null unique,
	prisoner_a uuid references prisoner,
	prisoner_b uuid references prisoner,
	visitor_a uuid references visitor,
	visitor_b uuid references visitor,
	ended_at timestamptz,
	check (prisoner_a < prisoner_b or visitor_a < visitor_b),
	check (num_nonnulls(prisoner_a, prisoner_b, visitor_a, visitor_b) = 2),
	check ((prisoner_a is null) = (prisoner_b is null))
);
create index non_association_prisoner_a on non_association (prisoner_a) where ended_at is null and prisoner_a is not null;
create index non_association_prisoner_b on non_association (prisoner_b) where ended_at is null and prisoner_b is not null;
create index non_association_visitor_a on non_association (visitor_a) where ended_at is null and visitor_a is not null;
create index non_association_visitor_b on non_association (visitor_b) where ended_at is null and visitor_b is not null;

grant select, insert, update on court_restriction, ban, protective_order, non_association to samvaer_app;
