-- A family's move to a place that an officer must answer: the visit stands, and the request names it, until the answer.

alter table booking add column moves_id uuid references booking check (moves_id <> id);
create unique index booking_move_pending on booking (moves_id) where state = 'requested';
create index booking_moves on booking (moves_id) where moves_id is not null;
