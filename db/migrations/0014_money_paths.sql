-- What is booked for a payment, its refunds and its disputes is found by them, not by reading the whole books; the officers' list
-- and what is unusual are found by their times.

create index ledger_transaction_cause on ledger_transaction (cause_id);
create index top_up_started on top_up (started_at, id);
create index top_up_paid on top_up (paid_at) where paid_at is not null;
