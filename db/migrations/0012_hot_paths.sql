-- A person's bookings are looked for by when they end, on every calendar and at every booking: the part behind them, which only
-- grows, is then not read at all. What used the old indexes uses their first column.

create index booking_prisoner_end on booking (prisoner_id, ends_at);
drop index booking_prisoner;
create index booking_stay on booking (prisoner_id, ends_at) where room_id is not null;

create index booking_visitor_end on booking_visitor (visitor_id, ends_at);
drop index booking_visitor_visitor;
