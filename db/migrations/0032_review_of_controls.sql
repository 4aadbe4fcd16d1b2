-- Each control that a decision puts on a permit has a review date; one that nobody renews falls away 14 days after it.

alter table decision
	add column review_on date,
	add column controls_ended_at timestamptz;
create index decision_review on decision (review_on) where review_on is not null and controls_ended_at is null and ended_at is null;
