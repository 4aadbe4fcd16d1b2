-- What is asked of Stripe a second time must be what was asked the first time, whatever language the form is sent in by then.
alter table top_up add column checkout_language text not null default 'nb' check (checkout_language in ('nb', 'en'));

-- What the phone system has not answered for days comes to an officer.
alter table money_difference drop constraint money_difference_kind_check;
alter table money_difference add constraint money_difference_kind_check check (kind in ('payment-mismatch', 'missed-event',
	'only-at-stripe', 'only-in-ledger', 'amount-differs', 'refund-failed', 'returned-twice', 'phone-differs', 'phone-silent',
	'call-uncovered', 'balance-differs', 'sum-differs'));

-- What an officer holds back is counted on each of their pages.
create index top_up_held on top_up (prisoner_id) where held_at is not null;
