-- Officers, their roles, and the visitors they are related to.

create table officer (
	id uuid primary key,
	ref text not null unique,
	name text not null,
	issuer text not null,
	subject text not null,
	active boolean not null,
	unique (issuer, subject)
);

-- A role in one facility; in all of them when facility_id is null.
create table officer_role (
	officer_id uuid not null references officer,
	facility_id uuid references facility,
	role text not null check (role in ('visit-officer', 'screening-officer', 'decision-maker', 'finance', 'admin', 'auditor')),
	unique nulls not distinct (officer_id, facility_id, role)
);

-- An officer decides nothing about a visitor they are related to.
create table officer_relation (
	officer_id uuid not null references officer,
	visitor_id uuid not null references visitor,
	primary key (officer_id, visitor_id)
);

grant select, insert, update on officer to samvaer_app;
grant select, insert, delete on officer_role, officer_relation to samvaer_app;
